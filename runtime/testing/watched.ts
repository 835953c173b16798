import { Driver } from "../driver.js";
import { ArgumentError } from "../errors.js";
import type { LifecycleAdapter } from "../lifecycle/adapter.js";
import { hooksOf, joinHooks, NO_HOOKS } from "../lifecycle/hooks.js";
import { tell } from "../tell.js";

/** The same dataflow as a driver's, with one more adapter outside of its own. */
export function watched<N, B>(method: string, driver: Driver<N, B>, adapter: LifecycleAdapter): Driver<N, B> {
  const given: unknown = driver;
  const isObject = typeof given === "object" && given !== null;
  const parts = isObject ? Driver.partsOf(given) : undefined;
  if (parts === undefined) {
    const remedy = isObject ? " Of two copies of icosian, such as its ES modules and its CommonJS, each has its own drivers." : "";
    throw new ArgumentError(method, `'${method}' takes a driver, as 'build' returns it, not ${tell(given)}.${remedy}`);
  }
  return new Driver<N, B>(parts.graph, joinHooks(hooksOf([adapter]), parts.hooks ?? NO_HOOKS));
}
