import { readRecord, tell } from "./arguments.js";
import { Driver } from "./driver.js";
import { ArgumentError } from "./errors.js";
import { type Composition, link } from "./link.js";
import type { Merge, WithModules } from "./types.js";

/**
 * Puts a dataflow together from modules and config. Immutable: each call returns a new Builder, so
 * that several drivers can start from one.
 *
 * ```ts
 * import { Builder } from "icosian";
 * import * as flow from "./my_dataflow.js";
 *
 * const dr = new Builder().withModules(flow).withConfig({ A: 6 }).build();
 * dr.executeSync(["B"]); // => { B: 2 }
 * ```
 *
 * @typeParam N - the dataflow's node names and value types
 */
export class Builder<N = {}> {
  readonly #composition: Composition;

  constructor() {
    this.#composition = { modules: [], config: new Map(), moduleOverrides: false };
  }

  /**
   * Adds dataflow modules: namespaces (`import * as flow`), or objects with the same members,
   * `$manifest` among them, such as `{ ...flow, B: fake }`.
   *
   * @throws ArgumentError if one is no module, such as a promise of one
   */
  withModules<M extends readonly object[]>(...modules: M): Builder<WithModules<N, M>> {
    modules.forEach((module: unknown, position) => {
      if (typeof module === "object" && module !== null && !Array.isArray(module) && !(module instanceof Promise)) return;
      const remedy = module instanceof Promise ? " Await it first." : Array.isArray(module) ? " Spread it: withModules(...modules)." : "";
      throw new ArgumentError("withModules", `'withModules' takes modules, and argument ${position + 1} is ${tell(module)}.${remedy}`);
    });
    return this.#with({ modules: [...this.#composition.modules, ...modules] });
  }

  /**
   * Fixes values for all runs. A key that is a node's name replaces that node; one that is an input's
   * satisfies it. Called several times, a later value wins.
   *
   * @throws ArgumentError if it is no object
   */
  withConfig<C extends object>(config: C): Builder<Merge<N, C>> {
    const entries = Object.entries(readRecord("withConfig", "the config", config));
    return this.#with({ config: new Map([...this.#composition.config, ...entries]) });
  }

  /** Lets a later module's node replace an earlier one's of the same name, which is an error otherwise. */
  allowModuleOverrides(): Builder<N> {
    return this.#with({ moduleOverrides: true });
  }

  /**
   * Links the modules to a dataflow that runs. Of the modules, only their manifests are read.
   *
   * @throws ManifestError if a module has no manifest, or none that is of use
   * @throws DuplicateNodeError if two modules define one name
   * @throws CycleError if nodes need each other
   * @throws IncompatibleTypesError if what a module provides can never be what another asks for
   * @throws ConfigError if a config value does not have the type of its input
   */
  build(): Driver<N> {
    return new Driver<N>(link(this.#composition));
  }

  #with<Nodes>(change: Partial<Composition>): Builder<Nodes> {
    const builder = new Builder<Nodes>();
    Object.assign(builder.#composition, this.#composition, change);
    return builder;
  }
}
