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
  const stepIds = new Int32Array(vertices.length);
  const givenIds: number[] = [];
  const seen = new Uint8Array(vertices.length);
  const next = starts.slice();
  const stack: number[] = [];
  let count = 0;
  let edgeCount = 0;
  let usesSignal = false;
  const enter = (id: number): void => {
    seen[id] = 1;
    if (vertices.nodeAt(id) !== undefined && !overridden.has(id)) stack.push(id);
    else givenIds.push(id);
  };
  for (const root of finalIds) {
    if (seen[root] === 0) enter(root);
    while (stack.length > 0) {
      const id = stack[stack.length - 1]!;
      if (next[id]! === starts[id + 1]!) {
        stepIds[count++] = id;
        edgeCount += starts[id + 1]! - starts[id]!;
        stack.pop();
        continue;
      }
      const dependency = dependencies[next[id]!++]!;
      if (dependency === SIGNAL) usesSignal = true;
      else {
        if (seen[dependency] === 0) enter(dependency);
        // What is inside a block runs for each item, even where no item goes into it: a value stands in the way.
        const block = blocks === undefined ? -1 : blocks[dependency]!;
        if (block !== -1 && seen[block] === 0) enter(block);
      }
    }
  }
  return { stepIds: stepIds.slice(0, count), givenIds, usesSignal, edgeCount };
}
