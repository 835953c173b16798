/**
 * What may still put a node into a block: an input that another module may provide, by a node in one, and a
 * variant that is in one under some config. A block that an input opens around two nodes is around both of
 * them: it puts neither within the other.
 */
import type { FlowNode } from "../model.js";
import type { Variants } from "./variants.js";

export interface BlockDoubts {
  /** Whether a node that is in no block may be in one. */
  mayBeInside(node: FlowNode): boolean;
  /** Whether two blocks, of which neither is seen to be within the other, may be so. */
  mayBeNested(one: FlowNode, other: FlowNode): boolean;
}

/** What a node depends on, through whichever variants. */
interface Upstream {
  readonly nodes: ReadonlySet<FlowNode>;
  /** Those of its names that no single node provides. */
  readonly open: ReadonlySet<string>;
}

/** `isWhole` tells whether what nobody provides comes from outside, and not from a module that is still to be joined. */
export function blockDoubts(variants: Variants, isWhole: boolean): BlockDoubts {
  return {
    mayBeInside: (node) => [...upstream(node).open].some((name) => isInput(name) || within(name).some(({ parallel }) => parallel)),
    mayBeNested: (one, other) => mayBeWithin(one, other) || mayBeWithin(other, one),
  };

  function mayBeWithin(inner: FlowNode, outer: FlowNode): boolean {
    const around = upstream(outer);
    // Who provides what the outer block needs itself cannot need its items.
    return [...upstream(inner).open].some((name) => (isInput(name) && !around.open.has(name)) || within(name).includes(outer));
  }

  function isInput(name: string): boolean {
    return !isWhole && variants.of(name).length === 0;
  }

  /** The variants of a name, and all that they depend on. */
  function within(name: string): readonly FlowNode[] {
    return variants.of(name).flatMap((variant) => [...upstream(variant).nodes]);
  }

  /** Itself included. */
  function upstream(node: FlowNode): Upstream {
    const nodes = new Set([node]);
    const open = new Set<string>();
    // A Set goes on to what is added while it is gone through.
    for (const { dependencies } of nodes) {
      for (const { name, provided } of dependencies) {
        if (provided) continue;
        const providers = variants.of(name);
        if (providers.length !== 1) open.add(name);
        for (const each of providers) nodes.add(each);
      }
    }
    return { nodes, open };
  }
}
