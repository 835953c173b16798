import { type Graph, SIGNAL } from "../graph.js";
import type { Order } from "../order-steps.js";

/** From this many steps on, the order of the source is kept where it serves: what stands together runs together. */
const MANY = 4096;

/** The order of the source, where a request runs many steps and each depends on earlier ones alone. */
export function orderAscending(graph: Graph, finalIds: readonly number[], overridden: ReadonlySet<number | undefined>): Order | undefined {
  if (!graph.isAscending || graph.blocks !== undefined || graph.vertices.length < MANY) return undefined;
  const order = ascending(graph, finalIds, overridden);
  return order.stepIds.length < MANY ? undefined : order;
}

/** Where no node depends on a later one, a single pass from the last to the first marks all that is needed. */
function ascending({ vertices, starts, dependencies }: Graph, finalIds: readonly number[], overridden: ReadonlySet<number | undefined>): Order {
  const needed = new Uint8Array(vertices.length);
  const stepIds = new Int32Array(vertices.length);
  let top = stepIds.length;
  let edgeCount = 0;
  let usesSignal = false;
  for (const id of finalIds) needed[id] = GIVEN;
  for (let id = vertices.length - 1; id >= 0; id--) {
    if (needed[id] === 0 || vertices.nodes[id] === undefined || overridden.has(id)) continue;
    needed[id] = COMPUTED;
    stepIds[--top] = id;
    const end = starts[id + 1]!;
    for (let edge = starts[id]!; edge < end; edge++) {
      const dependency = dependencies[edge]!;
      if (dependency === SIGNAL) usesSignal = true;
      else if (needed[dependency] === 0) needed[dependency] = GIVEN;
    }
    edgeCount += end - starts[id]!;
  }
  const givenIds: number[] = [];
  for (let id = needed.indexOf(GIVEN); id !== -1; id = needed.indexOf(GIVEN, id + 1)) givenIds.push(id);
  return { stepIds: stepIds.slice(top), givenIds, usesSignal, edgeCount };
}

/** What is needed is given, as long as it is not known to be computed. */
const GIVEN = 1;
const COMPUTED = 2;
