import { readRecord } from "./arguments.js";
import { beyondCore } from "./beyond-core.js";
import { Driver } from "./driver.js";
import { features } from "./features.js";
import type { LifecycleAdapter } from "./lifecycle/adapter.js";
import { type Composition, link } from "./link.js";
import type { ConfigLiteral } from "./manifest.js";
import type { AddConfig, AddModules, NodesFrom, Origin } from "./origin.js";
import type { BuiltBy, ModuleLike } from "./types.js";
import { wrongArgument } from "./wrong-argument.js";

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
 * @typeParam B - what the adapters' result builder returns; `never` without one
 * @typeParam P - what the nodes come of, by which a config selects among variants
 */
export class Builder<N = {}, B = never, P extends Origin = { nodes: N; modules: []; config: {} }> {
  readonly #composition: Composition;

  /** @internal */
  constructor(composition: Composition = NOTHING) {
    this.#composition = composition;
  }

  /**
   * Adds dataflow modules: namespaces (`import * as flow`), or objects with the same members,
   * `$manifest` among them, such as `{ ...flow, B: fake }`.
   *
   * @throws ArgumentError if one is no module, such as a promise of one
   */
  withModules<M extends readonly ModuleLike[]>(...modules: M): Builder<NodesFrom<AddModules<P, M>>, B, AddModules<P, M>> {
    checkModules(modules);
    return extend(this.#composition, { modules: this.#composition.modules.concat(modules) });
  }

  /**
   * Fixes values for all runs. A key that is a node's name replaces that node; one that is an input's
   * satisfies it. Called several times, a later value wins.
   *
   * @throws ArgumentError if it is no object
   */
  withConfig<L extends ConfigLiteral, C extends object | Readonly<Record<string, L>>>(config: C): Builder<NodesFrom<AddConfig<P, C>>, B, AddConfig<P, C>> {
    const entries = Object.entries(readRecord("withConfig", "the config", config));
    return extend(this.#composition, { config: new Map([...this.#composition.config, ...entries]) });
  }

  /**
   * Adds lifecycle adapters: hooks before, after and around what is built and run. Without any, a run pays nothing for them.
   *
   * @throws ArgumentError if one has no method of an adapter, or a second one makes results
   */
  withAdapters<A extends readonly LifecycleAdapter[]>(...adapters: A): Builder<N, BuiltBy<A, B>, P> {
    const { checkAdapters } = features.lifecycle ?? beyondCore("withAdapters");
    const before = this.#composition.adapters;
    return extend(this.#composition, { adapters: checkAdapters([...before, ...adapters], before.length) });
  }

  /** Lets a later module's node replace an earlier one's of the same name, which is an error otherwise. */
  allowModuleOverrides(): Builder<N, B, P> {
    return extend(this.#composition, { moduleOverrides: true });
  }

  /**
   * Links the modules to a dataflow that runs. Of the modules, only their manifests are read.
   *
   * @throws ManifestError if a module has no manifest, or none that is of use
   * @throws DuplicateNodeError if two modules define one name
   * @throws CycleError if nodes need each other
   * @throws IncompatibleTypesError if what a module provides can never be what another asks for
   * @throws ConfigError if a config value does not have the type of its input
   * @throws ValidationError if an adapter finds the dataflow wrong
   * @throws AdapterError if an adapter fails
   */
  build(): Driver<N, B> {
    const composition = this.#composition;
    if (composition.adapters.length === 0) return new Driver<N, B>(link(composition), undefined);
    const { graph, hooks } = features.lifecycle!.buildWith(composition);
    return new Driver<N, B>(graph, hooks);
  }
}

const NOTHING: Composition = { modules: [], config: new Map(), moduleOverrides: false, adapters: [] };

function extend<N, B, P extends Origin>(composition: Composition, more: Partial<Composition>): Builder<N, B, P> {
  return new Builder({ ...composition, ...more });
}

function checkModules(modules: readonly unknown[]): void {
  for (let position = 0; position < modules.length; position++) {
    const module = modules[position];
    if (typeof module === "object" && module !== null && !Array.isArray(module) && !(module instanceof Promise)) continue;
    throw wrongArgument("withModules", `argument ${position + 1}`, "a module", module);
  }
}
