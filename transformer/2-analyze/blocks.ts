/**
 * Transform nodes Into blocks: which of them run once for each item of another. A block is named by the
 * node that opens it; it holds what takes an item or depends on what does, up to what collects.
 */
import type { FlowDependency, FlowNode } from "../model.js";
import { blockDoubts } from "./block-doubts.js";
import { producersFirst } from "./producers-first.js";
import { singles, variantsIn } from "./variants.js";

export interface Blocks {
  /** The innermost block of each node that is in any. */
  readonly of: ReadonlyMap<FlowNode, FlowNode>;
  readonly torn: readonly TornNode[];
  readonly loose: readonly LooseCollection[];
}

/** One dependency of a node, and the block that the node is in for it. */
export interface Membership {
  readonly dependency: FlowDependency;
  readonly producer: FlowNode;
  readonly block: FlowNode;
}

/** A node in two blocks of which neither is within the other. */
export interface TornNode {
  readonly node: FlowNode;
  readonly inner: Membership;
  readonly other: Membership;
}

/** A parameter that collects a node that is in no block. */
export interface LooseCollection {
  readonly node: FlowNode;
  readonly dependency: FlowDependency;
  readonly producer: FlowNode;
}

/** `isWhole` tells whether what nobody provides comes from outside, and not from a module that is still to be joined. */
export function blocksOf(nodes: readonly FlowNode[], isWhole: boolean): Blocks {
  const of = new Map<FlowNode, FlowNode>();
  const torn: TornNode[] = [];
  const loose: LooseCollection[] = [];
  const opened = nodes.some(({ parallel }) => parallel);
  if (!opened && !nodes.some(({ dependencies }) => dependencies.some(({ collect }) => collect))) return { of, torn, loose };

  const byName = singles(nodes);
  const doubts = blockDoubts(variantsIn(nodes), isWhole);
  for (const node of producersFirst(nodes, byName)) place(node);
  return { of, torn, loose };

  function place(node: FlowNode): void {
    const memberships: Membership[] = [];
    for (const dependency of node.dependencies) {
      if (dependency.provided) continue;
      const producer = byName.get(dependency.name);
      if (!producer) continue;
      const inside = producer.parallel ? producer : of.get(producer);
      if (dependency.collect && !inside && !doubts.mayBeInside(producer)) loose.push({ node, dependency, producer });
      const block = dependency.collect ? inside && of.get(inside) : inside;
      if (block) memberships.push({ dependency, producer, block });
    }
    const inner = deepest(memberships);
    if (!inner) return;
    of.set(node, inner.block);
    const around = new Set(outwards(inner.block));
    const other = memberships.find(({ block }) => !around.has(block) && !doubts.mayBeNested(inner.block, block));
    if (other) torn.push({ node, inner, other });
  }

  function deepest(memberships: readonly Membership[]): Membership | undefined {
    const depths = memberships.map(({ block }) => outwards(block).length);
    return memberships[depths.indexOf(Math.max(...depths))];
  }

  /** A block, and all that it is within. */
  function outwards(block: FlowNode): FlowNode[] {
    const blocks: FlowNode[] = [];
    for (let each: FlowNode | undefined = block; each && !blocks.includes(each); each = of.get(each)) blocks.push(each);
    return blocks;
  }
}
