import type { Widened } from "./declare/widened.js";
import type { Merge, WithModules } from "./types.js";

/**
 * What a builder was given so far, for the compiler alone: nodes that are known by their types, modules,
 * and the config with its literals. Each later config may select other variants of the same modules.
 */
export interface Origin {
  readonly nodes: unknown;
  readonly modules: readonly object[];
  readonly config: unknown;
}

export interface AddModules<From extends Origin, Modules extends readonly object[]> {
  readonly nodes: From["nodes"];
  readonly modules: [...From["modules"], ...Modules];
  readonly config: From["config"];
}

export interface AddConfig<From extends Origin, Config> {
  readonly nodes: From["nodes"];
  readonly modules: From["modules"];
  readonly config: Merge<From["config"], Config>;
}

/** The nodes of all that a builder was given. A value of the config replaces the node of its name. */
export type NodesFrom<From extends Origin> = [keyof From["config"]] extends [never]
  ? WithModules<From["nodes"], From["modules"], From["config"]>
  : Merge<WithModules<From["nodes"], From["modules"], From["config"]>, Widened<From["config"]>>;
