import { type Graph, SIGNAL } from "./graph.js";

/** What a request runs, dependencies first, and what it is given. */
export interface Order {
  readonly stepIds: Int32Array;
  readonly givenIds: readonly number[];
  readonly usesSignal: boolean;
}

/** From this many steps on, the order of the source is kept where it serves: what stands together runs together. */
const MANY = 4096;

/**
 * Orders what a request needs. Depth first from the final vars, so that values are used and dropped soon
 * after they are made; in a large graph, whose values cannot be large, memory is read in its own order instead.
 */
export function orderSteps(graph: Graph, finalIds: readonly number[], overridden: ReadonlySet<number | undefined>): Order {
  const order = graph.isAscending && graph.blocks === undefined && graph.vertices.length >= MANY ? ascending(graph, finalIds, overridden) : undefined;
  return order !== undefined && order.stepIds.length >= MANY ? order : depthFirst(graph, finalIds, overridden);
}

/** Where no node depends on a later one, a single pass from the last to the first marks all that is needed. */
function ascending({ vertices, starts, dependencies }: Graph, finalIds: readonly number[], overridden: ReadonlySet<number | undefined>): Order {
  const needed = new Uint8Array(vertices.length);
  let count = 0;
  let usesSignal = false;
  for (const id of finalIds) needed[id] = 1;
  for (let id = vertices.length - 1; id >= 0; id--) {
    if (needed[id] === 0 || vertices.nodeAt(id) === undefined || overridden.has(id)) continue;
    needed[id] = 2;
    count++;
    for (let edge = starts[id]!; edge < starts[id + 1]!; edge++) {
      const dependency = dependencies[edge]!;
      if (dependency === SIGNAL) usesSignal = true;
      else needed[dependency] ||= 1;
    }
  }
  const stepIds = new Int32Array(count);
  const givenIds: number[] = [];
  let step = 0;
  for (let id = 0; id < needed.length; id++) {
    if (needed[id] === 2) stepIds[step++] = id;
    else if (needed[id] === 1) givenIds.push(id);
  }
  return { stepIds, givenIds, usesSignal };
}

function depthFirst({ vertices, starts, dependencies, blocks }: Graph, finalIds: readonly number[], overridden: ReadonlySet<number | undefined>): Order {
  const stepIds = new Int32Array(vertices.length);
  const givenIds: number[] = [];
  const seen = new Uint8Array(vertices.length);
  const next = starts.slice();
  const stack: number[] = [];
  let count = 0;
  let usesSignal = false;
  const enter = (id: number): void => {
    if (seen[id] === 1) return;
    seen[id] = 1;
    if (vertices.nodeAt(id) !== undefined && !overridden.has(id)) stack.push(id);
    else givenIds.push(id);
  };
  for (const root of finalIds) {
    enter(root);
    while (stack.length > 0) {
      const id = stack[stack.length - 1]!;
      if (next[id]! === starts[id + 1]!) {
        stepIds[count++] = id;
        stack.pop();
        continue;
      }
      const dependency = dependencies[next[id]!++]!;
      if (dependency === SIGNAL) usesSignal = true;
      else {
        enter(dependency);
        // What is inside a block runs for each item, even where no item goes into it: a value stands in the way.
        if (blocks !== undefined && blocks[dependency] !== -1) enter(blocks[dependency]!);
      }
    }
  }
  return { stepIds: stepIds.slice(0, count), givenIds, usesSignal };
}
