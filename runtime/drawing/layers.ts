import type { Link } from "./diagram.js";

/**
 * The boxes in their layers, with a bend (a place to pass through) wherever a link crosses a layer. Vertices are the
 * boxes, 0 to `boxCount` - 1, and then the bends; neighbours are always in the next layer up or down.
 */
export interface Layers {
  readonly boxCount: number;
  /** The vertices of each layer, in their order across it. */
  readonly layers: number[][];
  readonly layerOf: Int32Array;
  readonly above: readonly (readonly number[])[];
  readonly below: readonly (readonly number[])[];
  /** Whether long links have their bends; without, the picture is still made, but they pass behind boxes. */
  readonly withBends: boolean;
  /** For each link its bends, from its start to its end. */
  readonly bends: readonly (readonly number[])[];
}

/** Links get no bends where the whole would have more than this. */
const maxBends = 100_000;

export function layersOf(boxCount: number, links: readonly Link[], ranks: Int32Array): Layers {
  let bendCount = 0;
  for (const { from, to } of links) bendCount += ranks[to]! - ranks[from]! - 1;
  const withBends = bendCount <= maxBends;

  const layerOf: number[] = [...ranks];
  const above: number[][] = Array.from({ length: boxCount }, () => []);
  const below: number[][] = Array.from({ length: boxCount }, () => []);
  const bends = links.map(({ from, to }) => {
    const chain: number[] = [];
    if (!withBends && ranks[to]! - ranks[from]! > 1) return chain;
    let last = from;
    for (let rank = ranks[from]! + 1; rank <= ranks[to]!; rank++) {
      const vertex = rank === ranks[to] ? to : layerOf.push(rank) - 1;
      if (vertex !== to) {
        above.push([]);
        below.push([]);
        chain.push(vertex);
      }
      below[last]!.push(vertex);
      above[vertex]!.push(last);
      last = vertex;
    }
    return chain;
  });

  const layers: number[][] = [];
  layerOf.forEach((rank, vertex) => (layers[rank] ??= []).push(vertex));
  return { boxCount, withBends, layers, layerOf: Int32Array.from(layerOf), above, below, bends };
}
