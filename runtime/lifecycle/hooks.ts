import type { LifecycleAdapter } from "./adapter.js";
import type { HookName } from "./adapter-error.js";

/** A method of an adapter, with the adapter's name for errors. */
export interface Hook<Name extends HookName = HookName> {
  readonly adapter: LifecycleAdapter;
  readonly adapterName: string;
  readonly method: Name;
}

/** The adapters by the methods that they have, in order; those of what comes after something, in the opposite order. */
export type Hooks = { readonly [Name in HookName]: readonly Hook<Name>[] } & {
  /** Whether any is called when a request runs. */
  readonly areOfRuns: boolean;
};

export const HOOK_NAMES = Object.keys({
  beforeBuild: true,
  afterBuild: true,
  validateNode: true,
  validateGraph: true,
  beforeGraphExecution: true,
  afterGraphExecution: true,
  beforeNodeExecution: true,
  afterNodeExecution: true,
  aroundNodeExecution: true,
  buildResult: true,
} satisfies Record<HookName, true>) as HookName[];

/** The hooks of a driver's adapters. */
export function hooksOf(adapters: readonly LifecycleAdapter[]): Hooks {
  const having = (method: HookName): Hook[] => {
    const hooks = adapters.map((adapter, position) => ({ adapter, adapterName: adapterName(adapter, position), method }));
    const there = hooks.filter(({ adapter }) => adapter[method] !== undefined);
    return method.startsWith("after") ? there.reverse() : there;
  };
  const hooks = Object.fromEntries(HOOK_NAMES.map((method) => [method, having(method)]));
  const areOfRuns = HOOK_NAMES.some((method) => (method.endsWith("Execution") || method === "buildResult") && hooks[method]!.length > 0);
  return { ...hooks, areOfRuns } as unknown as Hooks;
}

/** Those of several adapters, with others inside of them. */
export function joinHooks(outer: Hooks, inner: Hooks): Hooks {
  const joined = HOOK_NAMES.map((method) => [method, method.startsWith("after") ? [...inner[method], ...outer[method]] : [...outer[method], ...inner[method]]]);
  return { ...Object.fromEntries(joined), areOfRuns: outer.areOfRuns || inner.areOfRuns } as unknown as Hooks;
}

/** The name that an adapter has or that of its class, or else its place. */
export function adapterName(adapter: LifecycleAdapter, position: number): string {
  if (typeof adapter.name === "string" && adapter.name !== "") return adapter.name;
  const className: unknown = (Object.getPrototypeOf(adapter) as { constructor?: { name?: unknown } } | null)?.constructor?.name;
  return typeof className === "string" && className !== "" && className !== "Object" ? className : `adapter ${position + 1}`;
}

export const NO_HOOKS = hooksOf([]);
