import type { NodeError } from "../errors.js";
import { nodeError, ownStep } from "../node-error.js";
import { inputsOf } from "./describe-node.js";
import type { Governed } from "./governed.js";

/** What a step has thrown, told with its node; what comes from within a block is told already. */
export function governedError(run: Governed, step: number, cause: unknown): NodeError {
  const own = ownStep(run, step);
  if (own === undefined) return cause as NodeError;
  const error = nodeError(own.plan, own.step, cause, { item: own.item, routes: (each) => run.routeTo(each) });
  // Not enumerable, as loggers print what is: it may be large, and none of their business.
  if (run.policies.captureInputs) Object.defineProperty(error, "inputs", { value: inputsOf(run, step) });
  return error;
}
