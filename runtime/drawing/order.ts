import { countCrossings } from "./crossings.js";
import type { Layers } from "./layers.js";
import { sift } from "./sift.js";

/**
 * Orders each layer so that few links cross: sweeps down and up by barycenter or median, each followed by sifting, from
 * two starting orders; the best order found is kept (after Gansner, Koutsofios, North and Vo, 1993). No chance is involved.
 */
export function orderLayers(graph: Layers): void {
  const vertexCount = graph.layerOf.length;
  const [rounds, patience] = vertexCount > 20_000 ? [3, 3] : vertexCount > 3_000 ? [8, 4] : vertexCount > 800 ? [20, 8] : [60, 16];
  let best: Int32Array | undefined;
  let fewest = Infinity;
  for (const start of [graph.below, graph.above]) {
    const position = depthFirstOrder(graph, start);
    for (let round = 0, idle = 0; round < rounds && idle < patience && fewest > 0; round++, idle++) {
      if (round > 0) sweep(graph, position, round);
      if (vertexCount <= 20_000) sift(graph, position);
      const crossings = countCrossings(graph, position);
      if (crossings < fewest) {
        fewest = crossings;
        best = position.slice();
        idle = 0;
      }
    }
  }
  const order = best;
  if (order !== undefined) for (const layer of graph.layers) layer.sort((a, b) => order[a]! - order[b]!);
}

/** Each vertex takes the next free place of its layer when a depth-first walk first meets it. */
function depthFirstOrder({ layers, layerOf, above, below }: Layers, along: Layers["below"]): Int32Array {
  const position = new Int32Array(layerOf.length).fill(-1);
  const used = new Int32Array(layers.length);
  const roots = along === below ? layers : [...layers].reverse();
  const against = along === below ? above : below;
  for (const root of roots.flat()) {
    if (against[root]!.length > 0) continue;
    const stack = [root];
    while (stack.length > 0) {
      const vertex = stack.pop()!;
      if (position[vertex] !== -1) continue;
      position[vertex] = used[layerOf[vertex]!]!++;
      const next = along[vertex]!;
      for (let i = next.length - 1; i >= 0; i--) stack.push(next[i]!);
    }
  }
  return position;
}

function sweep({ layers, above, below }: Layers, position: Int32Array, round: number): void {
  const downwards = round % 2 === 1;
  const byMedian = round % 4 >= 2;
  const lastFirst = round % 8 >= 4;
  const neighbours = downwards ? above : below;
  const wish = new Float64Array(position.length);
  for (let step = 1; step < layers.length; step++) {
    const layer = layers[downwards ? step : layers.length - 1 - step]!;
    for (const vertex of layer) wish[vertex] = middle(neighbours[vertex]!, position, byMedian) ?? -1;
    // A vertex without neighbours keeps its place; the others share the remaining ones.
    const free = layer.filter((vertex) => wish[vertex]! >= 0);
    const places = free.map((vertex) => position[vertex]!).sort((a, b) => a - b);
    free.sort((a, b) => wish[a]! - wish[b]! || (lastFirst ? position[b]! - position[a]! : position[a]! - position[b]!));
    free.forEach((vertex, i) => (position[vertex] = places[i]!));
  }
}

function middle(neighbours: readonly number[], position: Int32Array, byMedian: boolean): number | undefined {
  const count = neighbours.length;
  if (count === 0) return undefined;
  if (!byMedian || count < 3) {
    let sum = 0;
    for (const neighbour of neighbours) sum += position[neighbour]!;
    return sum / count;
  }
  const places = neighbours.map((neighbour) => position[neighbour]!).sort((a, b) => a - b);
  const half = count >> 1;
  if (count % 2 === 1) return places[half]!;
  const left = places[half - 1]! - places[0]!;
  const right = places[count - 1]! - places[half]!;
  return left + right === 0 ? places[half]! : (places[half - 1]! * right + places[half]! * left) / (left + right);
}
