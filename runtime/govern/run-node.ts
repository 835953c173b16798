import { isThenable } from "../call-step.js";
import { CheckError } from "../declare/check-error.js";
import type { NodeExecution, Outcome } from "../lifecycle/adapter.js";
import { hookError, refusePromise } from "../lifecycle/call-hook.js";
import { retryOf } from "./choose.js";
import { callNode } from "./call-node.js";
import type { Governed } from "./governed.js";
import { retryDelay } from "./retry-delay.js";
import { drive, type Routine } from "./routine.js";
import { tellAll } from "./tell-adapter.js";

/** What the adapters are told of a node; made by the first that asks. */
export type TellNode = () => NodeExecution;

/** Runs a node as its policies say, inside the adapters' middleware. Throws what its last attempt threw. */
export function* runNode(run: Governed, step: number, tellNode: TellNode): Routine<unknown> {
  return run.hooks.aroundNodeExecution.length === 0 ? yield* tryNode(run, step, tellNode) : yield* wrapNode(run, step, tellNode, 0);
}

/** The adapters from `depth` on, the first of them outermost. */
function* wrapNode(run: Governed, step: number, tellNode: TellNode, depth: number): Routine<unknown> {
  const hook = run.hooks.aroundNodeExecution[depth];
  if (hook === undefined) return yield* tryNode(run, step, tellNode);
  const event = tellNode();
  let isOver = false;
  let inner: { error: unknown } | undefined;
  const within = new Set<Promise<unknown>>();
  const note = (error: unknown): void => void (inner = { error });
  const next = (): unknown => {
    if (isOver) throw new Error(`'next' is called after node '${event.node.name}' has ended`);
    try {
      const value = drive(wrapNode(run, step, tellNode, depth + 1), run.wait);
      // The adapter may drop it: its rejection must not end the process.
      if (value instanceof Promise) {
        within.add(value);
        value.catch(note).finally(() => within.delete(value));
      }
      return value;
    } catch (error) {
      note(error);
      throw error;
    }
  };
  try {
    const value: unknown = hook.adapter.aroundNodeExecution!(event, next);
    const refusal = run.caller === "executeSync" ? refusePromise(hook, event.node.name, run.caller, value) : undefined;
    if (refusal !== undefined) {
      run.stop(refusal);
      throw refusal;
    }
    return isThenable(value) ? yield run.waitAround(value, within) : value;
  } catch (error) {
    // What the node threw is the node's, and so is a check that it does not pass; anything else is the adapter's, and ends the run.
    const isNodes = error instanceof CheckError || (inner !== undefined && Object.is(inner.error, error));
    if (!run.stopped && !isNodes) run.stop(hookError(hook, event.node.name, error));
    throw error;
  } finally {
    isOver = true;
  }
}

/** One attempt after the other, until one succeeds or no more are allowed. */
function* tryNode(run: Governed, step: number, tellNode: TellNode): Routine<unknown> {
  const rule = retryOf(run.plan.steps.at(step), run.policies);
  for (let attempt = 1; ; attempt++) {
    try {
      return yield* attemptNode(run, step, tellNode, attempt);
    } catch (error) {
      if (run.stopped || rule === undefined || attempt > rule.times || (rule.on !== undefined && !rule.on(error, attempt))) throw error;
    }
    const delay = retryDelay(rule, attempt);
    if (delay > 0) yield run.sleep(delay);
  }
}

function* attemptNode(run: Governed, step: number, tellNode: TellNode, attempt: number): Routine<unknown> {
  const { beforeNodeExecution: before, afterNodeExecution: after } = run.hooks;
  run.checkOpen();
  if (before.length === 0 && after.length === 0) return yield* callNode(run, step);
  const event = { ...tellNode(), attempt };
  const failed = new Set<unknown>();
  yield* tellAll(run, before, event, failed, event.node.name);
  const start = performance.now();
  let error: unknown;
  let success = false;
  let result: unknown;
  try {
    run.checkOpen();
    result = yield* callNode(run, step);
    success = true;
  } catch (cause) {
    error = cause;
  }
  const durationMs = performance.now() - start;
  const told = { ...event, durationMs, ...(success ? { success, result } : { success, error }) } as NodeExecution & Outcome;
  yield* tellAll(run, after, told, failed, event.node.name);
  if (!success) throw error;
  return result;
}
