import type { Plan } from "../plan.js";
import { listSteps } from "../steps.js";
import { blockChain, opensBlock } from "./membership.js";

/**
 * The steps of a plan that run together: once for the whole run at the root, elsewhere once for each item
 * of a block. A block has one stage, or several where a node inside it needs what is made of values
 * collected from it: all items pass through the first stage then before any enters the next.
 */
export interface Stage {
  readonly id: number;
  readonly parent: Stage | undefined;
  /** The id of the node that opens the block; -1 at the root. */
  readonly block: number;
  readonly pass: number;
  /** In how many blocks it is. */
  readonly depth: number;
  /** Steps of the plan, in their order. */
  readonly steps: number[];
}

/** A plan's steps by stages. */
export interface Stages {
  /** The root first. */
  readonly all: readonly Stage[];
  readonly ofStep: readonly Stage[];
  /** The stage that goes through the items themselves; the others go through what it has kept of them. */
  readonly firstOf: ReadonlyMap<number, Stage>;
}

/**
 * `collects` marks the edges, as in `slots`, that gather a block. With `fine`, a block has a pass for each number of
 * collections that lie before its nodes: so no two blocks wait for each other, and more is kept.
 */
export function stagesOf(plan: Plan, collects: Uint8Array, fine = false): Stages {
  const { graph, given, steps, starts, slots } = plan;
  const { vertices, ids } = graph;
  const blocks = graph.blocks!;
  const first = given.length;
  const slotIds = [...given.map(({ name, vertex }) => (vertex === undefined ? -1 : ids.get(name)!)), ...listSteps(steps).map(({ name }) => ids.get(name)!)];
  const slotOf = new Map(slotIds.map((id, slot) => [id, slot]));
  const fedBack = blocksFedBack();

  const root: Stage = { id: 0, parent: undefined, block: -1, pass: 0, depth: 0, steps: [] };
  const all = [root];
  const children = new Map<string, Stage>();
  const ofStep: Stage[] = [];
  // For each step, by block, the first pass of that block that may use its value; 0 is left out.
  const ranks: ReadonlyMap<number, number>[] = [];
  // For each step, where passes are fine, how many collections lie before it.
  const depths: number[] = [];
  for (let step = 0; step < steps.length; step++) {
    ranks.push(fine || fedBack.size === 0 ? NO_RANKS : rankOf(step));
    if (fine) depths.push(depthOf(step));
    const chain = blockChain(blocks, blocks[slotIds[first + step]!]!).reverse();
    const stage = chain.reduce((parent, block) => child(parent, block, ranks[step]!.get(block) ?? depths[step] ?? 0), root);
    stage.steps.push(step);
    ofStep.push(stage);
  }
  // What no step inside a block runs for, is still counted for what collects it.
  for (let edge = 0; edge < slots.length; edge++) if (collects[edge] === 1 && (slots[edge]! < first || opens(slots[edge]!))) baseStage(blockAt(slots[edge]!));

  const firstOf = new Map<number, Stage>();
  for (const stage of all) {
    const known = firstOf.get(stage.block);
    if (known === undefined || comparePasses(stage, known) < 0) firstOf.set(stage.block, stage);
  }
  return { all, ofStep, firstOf };

  function child(parent: Stage, block: number, pass: number): Stage {
    const key = `${parent.id} ${block} ${pass}`;
    let stage = children.get(key);
    if (stage === undefined) {
      children.set(key, (stage = { id: all.length, parent, block, pass, depth: parent.depth + 1, steps: [] }));
      all.push(stage);
    }
    return stage;
  }

  /** The stage in which the items of a block come. */
  function baseStage(block: number): Stage {
    const step = slotOf.get(block)! - first;
    const parent = step >= 0 ? ofStep[step]! : blocks[block] === -1 ? root : baseStage(blocks[block]!);
    return child(parent, block, 0);
  }

  function opens(slot: number): boolean {
    const id = slotIds[slot]!;
    return id !== -1 && opensBlock(vertices, id);
  }

  /** The innermost block in which what a slot's name stands for is: an item, where it opens a block. */
  function blockAt(slot: number): number {
    const id = slotIds[slot]!;
    return id === -1 ? -1 : opensBlock(vertices, id) ? id : blocks[id]!;
  }

  function rankOf(step: number): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    const raise = (block: number, rank: number): void => void (rank > (found.get(block) ?? 0) && fedBack.has(block) && found.set(block, rank));
    for (let edge = starts[step]!; edge < starts[step + 1]!; edge++) {
      const slot = slots[edge]!;
      const known = slot < first ? NO_RANKS : ranks[slot - first]!;
      for (const [block, rank] of known) raise(block, rank);
      if (collects[edge] === 0) continue;
      const left = blockAt(slot);
      raise(left, (known.get(left) ?? 0) + 1);
    }
    return found;
  }

  function depthOf(step: number): number {
    let depth = 0;
    for (let edge = starts[step]!; edge < starts[step + 1]!; edge++) {
      const slot = slots[edge]!;
      depth = Math.max(depth, (slot < first ? 0 : depths[slot - first]!) + collects[edge]!);
    }
    return depth;
  }

  /** The blocks in which a node needs something from outside that comes after the block is opened: what it is made of may be collected from the block. */
  function blocksFedBack(): ReadonlySet<number> {
    const found = new Set<number>();
    for (let step = 0; step < steps.length; step++) {
      for (let block = blocks[slotIds[first + step]!]!; block !== -1; block = blocks[block]!) {
        const opened = slotOf.get(block)!;
        for (let edge = starts[step]!; edge < starts[step + 1]!; edge++) {
          const slot = slots[edge]!;
          const isOutside = slot >= first && slot > opened && !blockChain(blocks, blockAt(slot)).includes(block);
          if (isOutside || (collects[edge] === 1 && blockAt(slot) === block)) found.add(block);
        }
      }
    }
    return found;
  }
}

const NO_RANKS: ReadonlyMap<number, number> = new Map();

function comparePasses(one: Stage, other: Stage): number {
  const passes = (stage: Stage): number[] => (stage.parent === undefined ? [] : [...passes(stage.parent), stage.pass]);
  const [first, second] = [passes(one), passes(other)];
  const at = first.findIndex((pass, depth) => pass !== second[depth]);
  return at === -1 ? 0 : first[at]! - second[at]!;
}
