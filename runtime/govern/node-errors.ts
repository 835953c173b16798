import type { NodeError } from "../errors.js";
import { routesIn } from "../plan-route.js";
import { nodeError } from "../node-error.js";
import type { GovernedRun } from "./governed-run.js";

type ToError = (step: number, cause: unknown, inputs: Readonly<Record<string, unknown>> | undefined) => NodeError;

/** Makes the errors of a run: the routes to its steps are found once, however many fail. */
export function nodeErrors({ plan }: GovernedRun): ToError {
  let routes: ReturnType<typeof routesIn> | undefined;
  return (step, cause, inputs) => {
    const error = nodeError(plan, step, cause, { routes: (routes ??= routesIn(plan)) });
    // Not enumerable, as loggers print what is: it may be large, and none of their business.
    if (inputs !== undefined) Object.defineProperty(error, "inputs", { value: inputs });
    return error;
  };
}
