import type { NodeError } from "../errors.js";

/** What a run with `onError: "continue"` comes to. */
export interface ExecutionReport<Results = Readonly<Record<string, unknown>>> {
  /** The final vars that could be computed. */
  readonly values: Partial<Results>;
  /** By node, what failed. */
  readonly errors: Readonly<Record<string, NodeError>>;
  /** By node, what did not run, and why: the route from it to the node that failed, each needs the next. */
  readonly skipped: Readonly<Record<string, readonly string[]>>;
}
