import type { JsonSchema, Manifest, ManifestNode, OptionPath } from "./manifest.js";
import type { Vertices } from "./vertices.js";

/**
 * A dataflow, linked: every variable and what it depends on, by number.
 *
 * - A variable's id is its position in `vertices`; names are unique.
 * - The dependencies of `id` are `dependencies[starts[id]] … dependencies[starts[id + 1] - 1]`, in the
 *   order of its manifest; `SIGNAL` stands where the engine provides the run's `AbortSignal`.
 * - There are no cycles. Nothing changes after `link`.
 */
export interface Graph {
  readonly vertices: Vertices;
  readonly ids: ReadonlyMap<string, number>;
  readonly starts: Int32Array;
  readonly dependencies: Int32Array;
  /** Whether each node depends on earlier ones alone: so it is where a source is written from the top down. */
  readonly isAscending: boolean;
  /** For each variable the id of the node that opens the innermost block that it is in, or -1; absent if there are no blocks. */
  readonly blocks?: Int32Array;
}

/** In place of an id: the run's `AbortSignal`. */
export const SIGNAL = -1;

export type Vertex = FunctionVertex | InputVertex | ConfigVertex;

/** A node: computed by a function of a module. */
export interface FunctionVertex {
  readonly kind: "function";
  readonly name: string;
  readonly type: string;
  readonly node: ManifestNode;
  readonly source: Source;
}

/** What the nodes ask for and nothing provides. */
export interface InputVertex {
  readonly kind: "input";
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  /** All must hold: one for each module that says more than a name. */
  readonly schemas: readonly JsonSchema[];
  readonly declared?: DeclaredInput;
}

/** Where a module says more of an input than its type. */
export interface DeclaredInput {
  readonly source: Source;
  readonly member: string;
  /** Of an input that a module of a subdag declares: where it stands in the options of `member`. */
  readonly path?: OptionPath;
  readonly hasDefault: boolean;
  readonly doc?: string;
}

/** A value fixed at build. */
export interface ConfigVertex {
  readonly kind: "config";
  readonly name: string;
  readonly type: string;
  readonly value: unknown;
  /** The node that it stands in for. */
  readonly replaces?: ManifestNode;
  /** Of the input that it stands for. */
  readonly declared?: DeclaredInput;
  /** What its value is still to be held against, where `build` had nothing to do that with. */
  readonly schemas: readonly JsonSchema[];
}

/** A module as it was given, and what its manifest says. */
export interface Source {
  /** Its functions are read when they run, never at build: they may not be there yet. */
  readonly module: DataflowModule;
  /** Of its nodes, those that stand under the config. */
  readonly manifest: Manifest;
  /** All of it. */
  readonly said: Manifest;
  /** Whether it is a namespace of an ES module, whose members cannot be replaced. */
  readonly isNamespace: boolean;
}

export type DataflowModule = Readonly<Record<string, unknown>>;

/** A node of the graph depends on `ids`; for anything else there are none. */
export function dependenciesOf(graph: Graph, id: number): Int32Array {
  return graph.dependencies.subarray(graph.starts[id], graph.starts[id + 1]);
}
