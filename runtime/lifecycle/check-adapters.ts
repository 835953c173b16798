import { ArgumentError } from "../errors.js";
import { listNames } from "../problems.js";
import { didYouMean, suggest } from "../explain/suggest.js";
import { tell } from "../tell.js";
import type { LifecycleAdapter } from "./adapter.js";
import { adapterName, HOOK_NAMES } from "./hooks.js";

/** The adapters, if each is one; `known` of them have been looked at before. */
export function checkAdapters(adapters: readonly LifecycleAdapter[], known: number): readonly LifecycleAdapter[] {
  adapters.slice(known).forEach((adapter, index) => {
    const fault = faultOf(adapter);
    if (fault !== undefined) throw new ArgumentError("withAdapters", `'withAdapters' takes lifecycle adapters, and argument ${index + 1} ${fault}`);
  });
  const builders = adapters.flatMap((adapter, position) => (adapter.buildResult === undefined ? [] : [adapterName(adapter, position)]));
  if (builders.length > 1) {
    throw new ArgumentError("withAdapters", `Only one adapter can make the result, and ${listNames(builders)} have 'buildResult'. Leave one of them out.`);
  }
  return adapters;
}

function faultOf(adapter: unknown): string | undefined {
  if (typeof adapter !== "object" || adapter === null || Array.isArray(adapter)) {
    const remedy = typeof adapter === "function" ? " Call it first, or make an instance of it." : Array.isArray(adapter) ? " Spread it: withAdapters(...adapters)." : "";
    return `is ${tell(adapter)}.${remedy}`;
  }
  const members = adapter as Readonly<Record<string, unknown>>;
  const odd = HOOK_NAMES.find((name) => members[name] !== undefined && typeof members[name] !== "function");
  if (odd !== undefined) return `has ${tell(members[odd])} as '${odd}', which is a method.`;
  if (HOOK_NAMES.some((name) => members[name] !== undefined)) return undefined;
  const near = Object.keys(members).find((name) => suggest(name, HOOK_NAMES) !== undefined);
  if (near !== undefined) return `has no method of an adapter, but '${near}'.${didYouMean(near, HOOK_NAMES)}`;
  return `has no method of an adapter: ${listNames(HOOK_NAMES, Infinity)}.`;
}
