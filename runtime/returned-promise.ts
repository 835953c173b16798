import { NodeError } from "./errors.js";
import { routesIn } from "./plan-route.js";
import { ownStep } from "./node-error.js";
import type { Frame } from "./progress.js";

/** The error for a promise that `executeSync` cannot wait for, and that the manifest does not tell of. */
export function returnedPromise(frame: Pick<Frame, "plan" | "item">, index: number, promise: PromiseLike<unknown>): NodeError {
  // Nobody will ever look at it: its rejection must not end the process.
  Promise.resolve(promise).catch(() => {});
  const { plan, step, item } = ownStep(frame, index)!;
  const { name } = plan.steps.at(step);
  const message = `Node '${name}' returns a promise, though its manifest says that it does not. Use 'execute', or declare its return type.`;
  return new NodeError("ICOSIAN_NODE_RETURNED_PROMISE", message, name, routesIn(plan)(step), item.length > 0 ? { item } : {});
}
