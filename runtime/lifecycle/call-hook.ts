import { isThenable } from "../call-step.js";
import { tellCause } from "../tell-cause.js";
import type { LifecycleAdapter } from "./adapter.js";
import { AdapterError, type HookName } from "./adapter-error.js";
import type { Hook } from "./hooks.js";

type Method<Name extends HookName> = Required<LifecycleAdapter>[Name];

/** Calls a method of an adapter; what it throws comes as an AdapterError. */
function callHook<Name extends HookName>(hook: Hook<Name>, node: string | undefined, ...told: Parameters<Method<Name>>): ReturnType<Method<Name>> {
  try {
    return (hook.adapter[hook.method] as (this: LifecycleAdapter, ...told: unknown[]) => ReturnType<Method<Name>>).call(hook.adapter, ...told);
  } catch (cause) {
    throw hookError(hook, node, cause);
  }
}

/** As `callHook`, for those who cannot wait for a promise. */
export function callHookNow<Name extends HookName>(hook: Hook<Name>, node: string | undefined, caller: string, ...told: Parameters<Method<Name>>): ReturnType<Method<Name>> {
  const value = callHook(hook, node, ...told);
  const refusal = refusePromise(hook, node, caller, value);
  if (refusal !== undefined) throw refusal;
  return value;
}

/** The error for a hook that has returned a promise, if it has. */
export function refusePromise({ adapterName, method }: Hook, node: string | undefined, caller: string, value: unknown): AdapterError | undefined {
  if (!isThenable(value)) return undefined;
  // Nobody will ever look at it: its rejection must not end the process.
  Promise.resolve(value).catch(() => {});
  return new AdapterError(`Adapter '${adapterName}' returns a promise from '${method}', which '${caller}' cannot wait for.`, adapterName, method, node);
}

/** What a hook has thrown, told with its adapter. */
export function hookError({ adapterName, method }: Hook, node: string | undefined, cause: unknown): AdapterError {
  const where = node === undefined ? "" : ` of node '${node}'`;
  return new AdapterError(`Adapter '${adapterName}' fails in '${method}'${where}: ${tellCause(cause)}.`, adapterName, method, node, { cause });
}
