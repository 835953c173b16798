import { isThenable } from "../call-step.js";
import type { Variable } from "../questions/variable.js";
import type { LifecycleAdapter } from "./adapter.js";
import { handleItems } from "./handle-items.js";

export interface GracefulErrorsOptions {
  /** What stands for the value of a node that failed, or that needs one which did: `FAILED` unless given. */
  readonly sentinel?: unknown;
  /** Which errors are caught; the others end the run. All unless given. */
  readonly on?: (error: unknown, node: Variable) => boolean;
  /** Told of each error that is caught. */
  readonly onError?: (error: unknown, node: Variable) => void;
  /** Nodes that are given the sentinel like any other value, instead of being skipped. */
  readonly acceptedBy?: (node: Variable) => boolean;
}

/** Stands for the value of a node that failed, or that needs one which did. Its type lets any result be compared with it. */
export const FAILED: unknown = Symbol.for("icosian.failed");

/**
 * Lets a run go on where nodes fail: a sentinel stands for the value of a node that fails, and of all that
 * need it, which are not run. The rest of the run is as ever. Of a block, an item may fail by itself: what collects
 * finds the sentinel in its place. As `GracefulErrorAdapter` of Apache Hamilton.
 *
 * ```ts
 * import { Builder } from "icosian";
 * import { FAILED, gracefulErrors } from "icosian/adapters";
 * import * as flow from "./my_dataflow.js";
 *
 * const dr = new Builder().withModules({ ...flow, B: () => { throw new Error("no B"); } }).withAdapters(gracefulErrors()).build();
 * const { A, C } = dr.executeSync(["A", "C"]);
 * A; // => 35
 * C === FAILED; // => true
 * ```
 */
export function gracefulErrors({ sentinel = FAILED, on = () => true, onError, acceptedBy = () => false }: GracefulErrorsOptions = {}): LifecycleAdapter {
  return {
    name: "gracefulErrors",
    aroundNodeExecution({ node, inputs }, next) {
      // What opens a block comes to one item that failed, as nothing else can be iterated.
      const instead = node.parallel ? [sentinel] : sentinel;
      if (Object.values(inputs).includes(sentinel) && !acceptedBy(node)) return instead;
      const failed = (error: unknown): unknown => {
        note(error, node);
        return instead;
      };
      try {
        const value = next();
        return isThenable(value) ? value.then((later) => guarded(later, node), failed) : guarded(value, node);
      } catch (error) {
        return failed(error);
      }
    },
  };

  function guarded(value: unknown, node: Variable): unknown {
    if (!node.parallel || Array.isArray(value)) return value;
    return handleItems(value, {
      failed: (error) => {
        note(error, node);
        return sentinel;
      },
    });
  }

  function note(error: unknown, node: Variable): void {
    if (!on(error, node)) throw error;
    onError?.(error, node);
  }
}
