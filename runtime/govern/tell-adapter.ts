import { hookError, refusePromise } from "../lifecycle/call-hook.js";
import type { Hook } from "../lifecycle/hooks.js";
import type { Governed } from "./governed.js";
import type { Routine } from "./routine.js";

type Name = "beforeGraphExecution" | "beforeNodeExecution" | "afterNodeExecution";

/** Tells an adapter of something, and gives whether it has heard it: an adapter that fails ends the run. */
export function* tellAdapter(run: Governed, hook: Hook<Name>, event: object, node?: string): Routine<boolean> {
  try {
    const value: unknown = (hook.adapter[hook.method] as (this: object, event: object) => unknown).call(hook.adapter, event);
    const refusal = run.caller === "executeSync" ? refusePromise(hook, node, run.caller, value) : undefined;
    if (refusal !== undefined) run.stop(refusal);
    else yield value;
    return refusal === undefined;
  } catch (cause) {
    if (run.stopped) return true; // what was being waited for is given up
    run.stop(hookError(hook, node, cause));
    return false;
  }
}
