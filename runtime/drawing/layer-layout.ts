import { type Spacing, dagrePositions } from "./dagre-positions.js";
import type { Link } from "./diagram.js";
import { type Layers, layersOf } from "./layers.js";
import { orderLayers } from "./order.js";
import { ranksOf } from "./ranks.js";
import { gapBetween, relax } from "./relax.js";
import { straighten } from "./straighten.js";

/** The size of a box, in pixels, along the flow and across it. */
export interface Extent {
  readonly along: number;
  readonly across: number;
}

/** Where everything stands, in pixels: `along` the flow and `across` it, from 0. */
export interface Layout {
  readonly length: number;
  readonly breadth: number;
  readonly boxes: readonly Place[];
  /** For each link the places where it passes through layers, in order. */
  readonly bends: readonly (readonly Place[])[];
}

export interface Place {
  /** The middle of the vertex across the flow. */
  readonly at: number;
  /** Where its layer begins and ends along the flow: within, other boxes may stand beside it. */
  readonly start: number;
  readonly end: number;
  /** Between these, within the layer, nothing else stands and no other link passes. */
  readonly low: number;
  readonly high: number;
}

/**
 * Past this many boxes and bends relaxing starts from packed layers: from dagre's places it would not come to its end in
 * time (edges a third longer at 500 boxes), and they cost as much time as all the rest.
 */
const dagreLimit = 200;

/** Connected boxes and their links to places, by layers: ranks, order within them, positions across the flow, then along it. */
export function layerLayout(sizes: readonly Extent[], links: readonly Link[], boxGap: number): Layout {
  const along = sizes.map((size) => size.along);
  const spacing: Spacing = { sizes: sizes.map((size) => size.across), boxGap, bendGap: 12 };
  const graph = layersOf(sizes.length, links, ranksOf(sizes.length, links));
  orderLayers(graph);
  const forDagre = graph.withBends && graph.layerOf.length <= dagreLimit;
  const across = forDagre ? dagrePositions(graph, links, spacing) : packedPositions(graph, spacing);
  relax(graph, across, spacing);
  straighten(graph, links, across, spacing);
  moveToZero(across, spacing);

  const extents = layerExtents(graph, along, across, links);
  const corridors = corridorsOf(graph, across, spacing);
  const placeOf = (vertex: number): Place => ({ at: across[vertex]!, ...extents[graph.layerOf[vertex]!]!, ...corridors[vertex]! });
  return {
    length: extents.at(-1)?.end ?? 0,
    breadth: across.reduce((most, at, vertex) => Math.max(most, at + (spacing.sizes[vertex] ?? 0) / 2), 0),
    boxes: sizes.map((_, box) => placeOf(box)),
    bends: graph.bends.map((bends) => bends.map(placeOf)),
  };
}

/** How far each vertex could reach across the flow: to half the way to a bend beside it, and nearly to a box. */
function corridorsOf({ layers, boxCount }: Layers, across: Float64Array, { sizes, bendGap }: Spacing): { low: number; high: number }[] {
  const corridors: { low: number; high: number }[] = [];
  for (const layer of layers) {
    layer.forEach((vertex, i) => {
      const reach = (neighbour: number | undefined, side: -1 | 1): number => {
        if (neighbour === undefined) return side * Infinity;
        if (neighbour < boxCount) return across[neighbour]! - side * (sizes[neighbour]! / 2 + bendGap * 0.65);
        return (across[neighbour]! + across[vertex]!) / 2 - side * (bendGap / 4);
      };
      corridors[vertex] = { low: reach(layer[i - 1], -1), high: reach(layer[i + 1], 1) };
    });
  }
  return corridors;
}

function packedPositions(graph: Layers, spacing: Spacing): Float64Array {
  const positions = new Float64Array(graph.layerOf.length);
  for (const layer of graph.layers) {
    layer.forEach((vertex, i) => {
      const before = layer[i - 1];
      if (before !== undefined) positions[vertex] = positions[before]! + gapBetween(graph, before, vertex, spacing);
    });
    const middle = (positions[layer.at(-1)!] ?? 0) / 2;
    for (const vertex of layer) positions[vertex]! -= middle;
  }
  return positions;
}

function moveToZero(across: Float64Array, { sizes }: Spacing): void {
  const least = across.reduce((low, at, vertex) => Math.min(low, at - (sizes[vertex] ?? 0) / 2), Infinity);
  for (let vertex = 0; vertex < across.length; vertex++) across[vertex]! -= least;
}

/** Where each layer begins and ends along the flow. The gaps between them widen where links climb far, so that none is steep. */
function layerExtents(graph: Layers, along: readonly number[], across: Float64Array, links: readonly Link[]): { start: number; end: number }[] {
  const steepest = new Float64Array(graph.layers.length);
  links.forEach(({ from, to }, link) => {
    const route = [from, ...graph.bends[link]!, to];
    for (let i = 0; i + 1 < route.length; i++) {
      const rank = graph.layerOf[route[i]!]!;
      steepest[rank] = Math.max(steepest[rank]!, Math.abs(across[route[i]!]! - across[route[i + 1]!]!));
    }
  });
  let start = 0;
  return graph.layers.map((layer, rank) => {
    const thickness = layer.reduce((most, vertex) => Math.max(most, along[vertex] ?? 0), 0);
    const extent = { start, end: start + thickness };
    start = extent.end + Math.min(Math.max(44, 30 + steepest[rank]! * 0.16), 120);
    return extent;
  });
}
