import type { Layers } from "./layers.js";
import type { Spacing } from "./dagre-positions.js";

/**
 * Moves vertices across the flow, layer by layer and in place, so that the links become short and straight while
 * order and distances hold. Each step finds the best place of one whole layer (pool adjacent violators), so the sum of
 * weighted squared offsets never grows. Long links weigh more, for a bend in the middle of one serves nobody.
 */
export function relax(graph: Layers, positions: Float64Array, spacing: Spacing): void {
  const vertexCount = positions.length;
  const sweeps = vertexCount > 20_000 ? 6 : vertexCount > 4_000 ? 16 : 60;
  const gaps = graph.layers.map((layer) => layer.slice(1).map((vertex, i) => gapBetween(graph, layer[i]!, vertex, spacing)));
  const isBend = (vertex: number): boolean => vertex >= graph.boxCount;
  const weightOf = (a: number, b: number): number => (isBend(a) && isBend(b) ? 8 : isBend(a) || isBend(b) ? 3 : 1);

  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let step = 0; step < graph.layers.length; step++) {
      const rank = sweep % 2 === 0 ? step : graph.layers.length - 1 - step;
      const layer = graph.layers[rank]!;
      const wishes = layer.map((vertex) => {
        let sum = 0;
        let weight = 0;
        for (const side of [graph.above[vertex]!, graph.below[vertex]!]) {
          for (const neighbour of side) {
            const w = weightOf(vertex, neighbour);
            sum += w * positions[neighbour]!;
            weight += w;
          }
        }
        return weight === 0 ? { at: positions[vertex]!, weight: 0.01 } : { at: sum / weight, weight };
      });
      const placed = nearestInOrder(wishes, gaps[rank]!);
      layer.forEach((vertex, i) => (positions[vertex] = placed[i]!));
    }
  }
}

/** The least distance between the centres of two vertices that stand side by side. */
export function gapBetween({ boxCount }: Layers, left: number, right: number, spacing: Spacing): number {
  const sizes = ((spacing.sizes[left] ?? 0) + (spacing.sizes[right] ?? 0)) / 2;
  const bends = Number(left >= boxCount) + Number(right >= boxCount);
  return sizes + (bends === 2 ? spacing.bendGap : bends === 1 ? (spacing.bendGap + spacing.boxGap) / 2 : spacing.boxGap);
}

/** Places with at least `gaps` between them whose weighted squared distance from the wishes is least. */
function nearestInOrder(wishes: readonly { at: number; weight: number }[], gaps: readonly number[]): Float64Array {
  const offsets = new Float64Array(wishes.length);
  for (let i = 1; i < wishes.length; i++) offsets[i] = offsets[i - 1]! + gaps[i - 1]!;
  const blocks: { at: number; weight: number; count: number }[] = [];
  wishes.forEach(({ at, weight }, i) => {
    let block = { at: at - offsets[i]!, weight, count: 1 };
    for (let last = blocks.at(-1); last !== undefined && last.at >= block.at; last = blocks.at(-1)) {
      blocks.pop();
      const sum = last.weight + block.weight;
      block = { at: (last.at * last.weight + block.at * block.weight) / sum, weight: sum, count: last.count + block.count };
    }
    blocks.push(block);
  });
  const placed = new Float64Array(wishes.length);
  let i = 0;
  for (const block of blocks) for (let n = 0; n < block.count; n++, i++) placed[i] = block.at + offsets[i]!;
  return placed;
}
