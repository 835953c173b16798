import { features } from "./features.js";
import { type Graph, SIGNAL } from "./graph.js";

/** What a request runs, dependencies first, and what it is given. */
export interface Order {
  readonly stepIds: Int32Array;
  readonly givenIds: readonly number[];
  readonly usesSignal: boolean;
  /** How many dependencies the steps have, all together. */
  readonly edgeCount: number;
}

/**
 * Orders what a request needs. Depth first from the final vars, so that values are used and dropped soon
 * after they are made; in a large graph, whose values cannot be large, memory is read in its own order instead.
 */
export function orderSteps(graph: Graph, finalIds: readonly number[], overridden: ReadonlySet<number | undefined>): Order {
  return features.large?.orderAscending(graph, finalIds, overridden) ?? depthFirst(graph, finalIds, overridden);
}

function depthFirst({ vertices, starts, dependencies, blocks }: Graph, finalIds: readonly number[], overridden: ReadonlySet<number | undefined>): Order {
  const { nodes } = vertices;
  const stepIds = new Int32Array(vertices.length);
  const givenIds: number[] = [];
  const seen = new Uint8Array(vertices.length);
  const next = starts.slice();
  const trail = new Int32Array(vertices.length);
  let depth = 0;
  let count = 0;
  let edgeCount = 0;
  let usesSignal = false;
  for (let index = 0; index < finalIds.length; index++) {
    if (seen[finalIds[index]!] === 0) trail[depth++] = finalIds[index]!;
    while (depth > 0) {
      const id = trail[depth - 1]!;
      let edge = next[id]!;
      if (edge === starts[id]) {
        seen[id] = 1;
        if (nodes[id] === undefined || overridden.has(id)) {
          givenIds.push(id);
          depth--;
          continue;
        }
      }
      const end = starts[id + 1]!;
      const before = depth;
      while (edge < end && depth === before) {
        const dependency = dependencies[edge++]!;
        if (dependency === SIGNAL) usesSignal = true;
        else {
          if (seen[dependency] === 0) trail[depth++] = dependency;
          // What is inside a block runs for each item, even where no item goes into it: a value stands in the way.
          const block = blocks?.[dependency];
          if (block !== undefined && seen[block] === 0) trail[depth++] = block;
        }
      }
      next[id] = edge;
      if (depth === before) {
        stepIds[count++] = id;
        edgeCount += end - starts[id]!;
        depth--;
      }
    }
  }
  return { stepIds: stepIds.slice(0, count), givenIds, usesSignal, edgeCount };
}
