import type { Graph } from "../graph.js";
import type { ManifestDependency, ManifestNode } from "../manifest.js";
import { listProblems } from "../problems.js";
import { vertexAt, type Vertices } from "../vertices.js";
import { type BlockProblem, BlockError } from "./block-error.js";

/** How deep blocks may stand in each other. */
const DEEPEST = 100;

/**
 * For each variable the id of the node that opens the innermost block that it is in, or -1. What config
 * stands in for keeps its place: it is one value for all items.
 * Throws if a node is in two blocks that are not nested, or collects what is in none.
 */
export function blocksOf({ vertices, ids }: Pick<Graph, "vertices" | "ids">): Int32Array {
  const blocks = new Int32Array(vertices.length).fill(-1);
  const problems: BlockProblem[] = [];
  for (const id of producersFirst(vertices, ids)) {
    let inner: Membership | undefined;
    const others: Membership[] = [];
    for (const dependency of dependenciesOf(vertices, id)) {
      const producer = dependency.provided === undefined ? ids.get(dependency.name) : undefined;
      if (producer === undefined || nodeOf(vertices, producer) === undefined) continue;
      const inside = opensBlock(vertices, producer) ? producer : blocks[producer]!;
      if (dependency.collect && inside === -1) problems.push(loose(id, dependency.name));
      const block = dependency.collect && inside !== -1 ? blocks[inside]! : inside;
      if (block === -1) continue;
      const membership = { block, depth: depthOf(block) };
      others.push(membership);
      if (inner === undefined || membership.depth > inner.depth) inner = membership;
    }
    if (inner === undefined) continue;
    blocks[id] = inner.block;
    if (inner.depth > DEEPEST) problems.push({ code: "too-deep", node: nameOf(id), blocks: [nameOf(inner.block)], message: `'${nameOf(id)}' is in ${inner.depth} blocks, and ${DEEPEST} is the limit.` });
    const around = others.length > 1 ? blockChain(blocks, inner.block) : [inner.block];
    const other = others.find(({ block }) => !around.includes(block));
    if (other !== undefined) problems.push(torn(id, inner.block, other.block));
  }
  if (problems.length > 0) throw new BlockError(listProblems("The dataflow", problems), problems);
  return blocks;

  function depthOf(block: number): number {
    return blockChain(blocks, block).length;
  }

  function torn(id: number, one: number, other: number): BlockProblem {
    const [node, first, second] = [nameOf(id), nameOf(one), nameOf(other)];
    const message = `'${node}' would run for each item of '${first}' and for each of '${second}', and neither of these is within the other. Collect one of them first.`;
    return { code: "torn-node", node, blocks: [first, second], message };
  }

  function loose(id: number, collected: string): BlockProblem {
    const node = nameOf(id);
    const message = `'${node}' collects '${collected}', which has one value: no node that it depends on is Parallelizable. Take it by its own type.`;
    return { code: "loose-collection", node, blocks: [], message };
  }

  function nameOf(id: number): string {
    return vertexAt(vertices, id).name;
  }
}

interface Membership {
  readonly block: number;
  readonly depth: number;
}

/** A block and all that it is within, the innermost first. */
export function blockChain(blocks: Int32Array, innermost: number): number[] {
  const chain: number[] = [];
  for (let block = innermost; block !== -1; block = blocks[block]!) chain.push(block);
  return chain;
}

/** Whether a node's value is iterated, or that which config puts in its place. */
export function opensBlock(vertices: Vertices, id: number): boolean {
  return nodeOf(vertices, id)?.parallel === true;
}

/** Whether a variable has a value for each item of a block. */
export function isMany({ vertices, blocks }: Graph, id: number): boolean {
  return blocks !== undefined && (blocks[id] !== -1 || opensBlock(vertices, id));
}

/** A node, also where config stands in for it. */
function nodeOf(vertices: Vertices, id: number): ManifestNode | undefined {
  const node = vertices.nodes[id];
  if (node !== undefined) return node;
  const vertex = vertexAt(vertices, id);
  return vertex.kind === "config" ? vertex.replaces : undefined;
}

function dependenciesOf(vertices: Vertices, id: number): readonly ManifestDependency[] {
  return nodeOf(vertices, id)?.dependencies ?? NONE;
}

const NONE: readonly ManifestDependency[] = [];

/** The ids in an order in which each comes after those that it needs. */
function producersFirst(vertices: Vertices, ids: ReadonlyMap<string, number>): number[] {
  const ordered: number[] = [];
  const next = new Int32Array(vertices.length);
  const seen = new Uint8Array(vertices.length);
  for (let root = 0; root < vertices.length; root++) {
    const trail = seen[root] === 1 ? [] : [root];
    seen[root] = 1;
    while (trail.length > 0) {
      const id = trail[trail.length - 1]!;
      const dependency = dependenciesOf(vertices, id)[next[id]!++];
      if (dependency === undefined) {
        ordered.push(id);
        trail.pop();
        continue;
      }
      const producer = dependency.provided === undefined ? ids.get(dependency.name) : undefined;
      if (producer === undefined || seen[producer] === 1) continue;
      seen[producer] = 1;
      trail.push(producer);
    }
  }
  return ordered;
}
