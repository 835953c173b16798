import { callInOrder, isThenable, readFunction } from "./call-step.js";
import { features } from "./features.js";
import { Lane } from "./lane.js";
import { stepError } from "./node-error.js";
import type { Plan } from "./plan.js";
import { type Progress, takePending } from "./progress.js";
import { returnedPromise } from "./returned-promise.js";
import { createRun, type Run, type RunOptions } from "./run.js";
import { schedule } from "./schedule.js";
import { toResults } from "./to-results.js";

/** Runs a plan. While nodes return plain values this is one loop; with the first promise the scheduler takes over. */
export async function execute(plan: Plan, options: RunOptions): Promise<object> {
  const run = startRun(plan, options, false);
  try {
    const later = advance(run, run);
    if (later !== undefined) await later;
    return toResults(run.plan, run.values);
  } catch (error) {
    run.stop(error);
    throw error;
  } finally {
    run.end?.();
  }
}

/** Runs a plan whose nodes all return plain values. */
export function executeSync(plan: Plan, options: RunOptions): object {
  const run = startRun(plan, options, true);
  try {
    advance(run, run);
    return toResults(run.plan, run.values);
  } catch (error) {
    run.stop(error);
    throw error;
  } finally {
    run.end?.();
  }
}

function startRun(plan: Plan, options: RunOptions, isSync: boolean): Run {
  const run = createRun(plan.staged ?? plan, options, isSync);
  if (plan.staged !== undefined) features.blocks!.openRun(run, (progress) => advance(run, progress));
  return run;
}

/** Runs a plan as far as it goes at once; if that is not to its end, the promise tells when it is there. */
function advance(run: Run, progress: Progress): Promise<void> | undefined {
  const step = runStretch(progress);
  if (step === progress.plan.steps.length) return undefined;
  if (run.isSync) throw returnedPromise(progress, step, takePending(progress));
  return schedule(progress, step, (run.lane ??= new Lane(run.concurrency)));
}

/**
 * Runs the steps in order, up to the first that returns a promise, and tells how far it came. This is
 * where a run spends its time: what the loop reads stands in variables of its own.
 */
function runStretch(run: Progress): number {
  const { plan, values } = run;
  const { functions, arities, starts, slots, isLastUse } = plan;
  const first = plan.given.length;
  const count = plan.steps.length;
  let step = 0;
  try {
    for (; step < count && !run.stopped; step++) {
      const fixed = functions[step];
      const node = typeof fixed === "function" ? fixed : readFunction(plan, step);
      const value = callInOrder(node, plan, step, values, arities[step]!, slots, isLastUse, starts[step]!);
      if (isThenable(value)) {
        run.pending = value;
        return step;
      }
      values[first + step] = value;
    }
  } catch (cause) {
    throw run.stopped ? run.error : stepError(run, step, cause);
  }
  if (run.stopped) throw run.error;
  return count;
}
