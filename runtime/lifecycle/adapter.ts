import type { Variable } from "../questions/variable.js";

/**
 * Watches and changes how dataflows are built and run. `Builder.withAdapters` takes any number of them, and
 * every method is optional. Those called before something are called in the order of the adapters, those
 * called after it in the opposite order: the first adapter is the outermost.
 *
 * A method that throws, or whose promise is rejected, ends the build or the run with an `AdapterError`; the
 * other adapters are still told how it ended. With `executeSync` no method may return a promise.
 *
 * ```ts
 * import { Builder, type LifecycleAdapter } from "icosian";
 * import * as flow from "./my_dataflow.js";
 *
 * const ran: string[] = [];
 * const trace: LifecycleAdapter = { beforeNodeExecution: ({ node }) => void ran.push(node.name) };
 *
 * new Builder().withModules(flow).withAdapters(trace).build().executeSync(["B"]);
 * ran; // => ["A", "B"]
 * ```
 */
export interface LifecycleAdapter {
  /** What errors call it; the name of its class unless given. */
  readonly name?: string;

  /** Called by `build()`, before the modules are linked. */
  beforeBuild?(event: BuildStart): void;
  /** Called by `build()` at its end. */
  afterBuild?(event: BuildEnd): void;
  /** Says what is wrong with a node: a sentence, several, or nothing. `build()` tells all that is wrong in one `ValidationError`. */
  validateNode?(node: Variable): Findings;
  /** Says what is wrong with the dataflow as a whole, as `validateNode` does of a node. */
  validateGraph?(variables: readonly Variable[]): Findings;

  /** Called once a request is found valid, before its first node runs. */
  beforeGraphExecution?(event: GraphExecution): void | Promise<void>;
  /** Called at the end of every run, however it ends. */
  afterGraphExecution?(event: GraphExecution & Outcome): void | Promise<void>;
  /** Called before each attempt to run a node. */
  beforeNodeExecution?(event: NodeExecution): void | Promise<void>;
  /** Called after each attempt to run a node, also where the run was aborted meanwhile. */
  afterNodeExecution?(event: NodeExecution & Outcome): void | Promise<void>;
  /**
   * Runs a node: `next()` gives what the node gives, with all its retries and inside the adapters that come
   * later, and what is returned stands for the node's value. May call `next` not at all (a cache), or again.
   * A `CheckError` that it throws is the node's own failure.
   */
  aroundNodeExecution?(event: NodeExecution, next: () => unknown): unknown;
  /**
   * Makes of the results what `execute` is to return, whose type changes with it: say `satisfies
   * LifecycleAdapter`, as an annotation would hide the type. At most one adapter of a driver may have it.
   */
  buildResult?(results: Readonly<Record<string, unknown>>): unknown;
}

/** A sentence for what is wrong, several, or nothing. */
export type Findings = string | readonly string[] | undefined | void;

/** What a driver is about to be built from. */
export interface BuildStart {
  /** The modules' names, as their manifests have them. */
  readonly modules: readonly string[];
  readonly config: Readonly<Record<string, unknown>>;
}

/** What a built driver has. */
export interface BuildEnd {
  readonly variables: readonly Variable[];
}

/** One run of a driver. */
export interface GraphExecution {
  /** The same for all that is told of one run, and of no other. */
  readonly runId: string;
  readonly finalVars: readonly string[];
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly overrides: Readonly<Record<string, unknown>>;
  /** The nodes that are to run, dependencies first. */
  readonly nodes: readonly Variable[];
}

/** One node in a run. */
export interface NodeExecution {
  readonly runId: string;
  readonly node: Variable;
  /** What the node gets, by the names of its dependencies. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** From 1. */
  readonly attempt: number;
  /** Inside a block of `Parallelizable`: the position of the item, one for each block around it. */
  readonly item?: readonly number[];
  /** Of the nodes that it depends on, the one that was ready last. */
  readonly startedAfter: string | undefined;
}

/** How something ended; `error` is what was thrown. */
export type Outcome = { readonly durationMs: number } & (
  | { readonly success: true; readonly result: unknown }
  | { readonly success: false; readonly error: unknown }
);
