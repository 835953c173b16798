import type { Spacing } from "./dagre-positions.js";
import type { Layers } from "./layers.js";
import type { Link } from "./diagram.js";
import { gapBetween } from "./relax.js";

/** Takes the small kinks out, in place: each long link gets one straight run, each pair that stands nearly in line stands in line. */
export function straighten(graph: Layers, links: readonly Link[], positions: Float64Array, spacing: Spacing): void {
  const place = new Int32Array(positions.length);
  for (const layer of graph.layers) layer.forEach((vertex, i) => (place[vertex] = i));

  /** Between which positions a vertex can move without touching its neighbours. */
  const roomOf = (vertex: number): { low: number; high: number } => {
    const layer = graph.layers[graph.layerOf[vertex]!]!;
    const left = layer[place[vertex]! - 1];
    const right = layer[place[vertex]! + 1];
    return {
      low: left === undefined ? -Infinity : positions[left]! + gapBetween(graph, left, vertex, spacing),
      high: right === undefined ? Infinity : positions[right]! - gapBetween(graph, vertex, right, spacing),
    };
  };
  const lineUp = (vertices: readonly number[], wish: number): void => {
    let low = -Infinity;
    let high = Infinity;
    for (const vertex of vertices) {
      const room = roomOf(vertex);
      low = Math.max(low, room.low);
      high = Math.min(high, room.high);
    }
    if (low <= high) for (const vertex of vertices) positions[vertex] = Math.min(Math.max(wish, low), high);
  };

  for (let pass = 0; pass < 3; pass++) {
    links.forEach(({ from, to }, link) => {
      const bends = graph.bends[link]!;
      const start = positions[from]!;
      const end = positions[to]!;
      if (bends.length > 0) {
        // Level with the end it is nearer to, if that is near.
        let wish = bends.reduce((sum, bend) => sum + positions[bend]!, 0) / bends.length;
        const nearest = Math.abs(start - wish) < Math.abs(end - wish) ? start : end;
        if (Math.abs(nearest - wish) < 12) wish = nearest;
        lineUp(bends, wish);
      } else if (graph.below[from]!.length === 1 && Math.abs(start - end) < 8) {
        lineUp([from], end);
      } else if (graph.above[to]!.length === 1 && Math.abs(start - end) < 8) {
        lineUp([to], start);
      }
    });
  }
}
