import { callNode, isThenable, readFunction } from "./call-step.js";
import type { GivenValues } from "./inputs.js";
import type { Plan } from "./plan.js";
import { returnedPromise } from "./returned-promise.js";
import { nodeError, Run } from "./run.js";
import { schedule } from "./schedule.js";
import { toResults } from "./to-results.js";

export interface RunOptions extends GivenValues {
  readonly signal: AbortSignal | undefined;
  readonly concurrency: number;
}

/** Runs a plan. While nodes return plain values this is one loop; with the first promise the scheduler takes over. */
export async function execute(plan: Plan, options: RunOptions): Promise<object> {
  const run = new Run(plan, options, options.signal);
  try {
    const step = runStretch(run);
    if (step < plan.steps.length) await schedule(run, step, options.concurrency);
    return toResults(plan, run.values);
  } catch (error) {
    run.stop(error);
    throw error;
  } finally {
    run.end();
  }
}

/** Runs a plan whose nodes all return plain values. */
export function executeSync(plan: Plan, options: RunOptions): object {
  const run = new Run(plan, options, options.signal);
  try {
    const step = runStretch(run);
    if (step < plan.steps.length) throw returnedPromise(plan, step, run.takePending());
    return toResults(plan, run.values);
  } catch (error) {
    run.stop(error);
    throw error;
  } finally {
    run.end();
  }
}

/**
 * Runs the steps in order, up to the first that returns a promise, and tells how far it came. This is
 * where a run spends its time: what the loop reads stands in variables of its own.
 */
function runStretch(run: Run): number {
  const { plan, values } = run;
  const { functions, arities, starts, slots, dropStarts, drops } = plan;
  const first = plan.given.length;
  const count = plan.steps.length;
  let step = 0;
  try {
    for (; step < count && !run.stopped; step++) {
      const fixed = functions[step];
      const node = typeof fixed === "function" ? fixed : readFunction(plan, step);
      const value = callNode(node, plan, step, values, arities[step]!, slots, starts[step]!);
      if (isThenable(value)) {
        run.pending = value;
        return step;
      }
      values[first + step] = value;
      for (let index = dropStarts[step]!; index < dropStarts[step + 1]!; index++) values[drops[index]!] = undefined;
    }
  } catch (cause) {
    throw run.stopped ? run.error : nodeError(plan, step, cause);
  }
  if (run.stopped) throw run.error;
  return count;
}
