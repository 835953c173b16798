import { hookError, refusePromise } from "../lifecycle/call-hook.js";
import type { AdapterError } from "../lifecycle/adapter-error.js";
import type { Hook } from "../lifecycle/hooks.js";
import type { Governed } from "./governed.js";
import type { Routine } from "./routine.js";

type Name = "beforeGraphExecution" | "afterGraphExecution" | "beforeNodeExecution" | "afterNodeExecution";

/** Tells an adapter of something, and gives the error if that fails. */
export function* tellAdapter(run: Governed, hook: Hook<Name>, event: object, node?: string): Routine<AdapterError | undefined> {
  try {
    const value: unknown = (hook.adapter[hook.method] as (this: object, event: object) => unknown).call(hook.adapter, event);
    const refusal = run.caller === "executeSync" ? refusePromise(hook, node, run.caller, value) : undefined;
    if (refusal === undefined) yield value;
    return refusal;
  } catch (cause) {
    // Not the adapter's: the run was stopped while it waited for it.
    return run.stopped && cause === run.error ? undefined : hookError(hook, node, cause);
  }
}

/** The same for several. The first that fails ends the run; all are told, so that each which hears the end has heard the beginning. */
export function* tellAll(run: Governed, hooks: readonly Hook<Name>[], event: object, failed: Set<unknown>, node?: string): Routine<void> {
  for (const hook of hooks) {
    if (failed.has(hook.adapter)) continue;
    const error = yield* tellAdapter(run, hook, event, node);
    if (error === undefined) continue;
    failed.add(hook.adapter);
    run.stop(error);
  }
}
