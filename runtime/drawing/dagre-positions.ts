import * as dagre from "@dagrejs/dagre";
import type { Link } from "./diagram.js";
import type { Layers } from "./layers.js";

/** Sizes across the flow: what the layout has to keep apart. */
export interface Spacing {
  /** The extent of each box across the flow. */
  readonly sizes: readonly number[];
  readonly boxGap: number;
  readonly bendGap: number;
}

/**
 * Dagre's position for each vertex across the flow, in our ranks and our order (Brandes and Köpf). Its ids are made
 * here (n12), never a user's: `constructor` or `__proto__` as an id would break it, or pollute Object.prototype.
 */
export function dagrePositions(graph: Layers, links: readonly Link[], spacing: Spacing): Float64Array {
  const input = new Graph();
  input.setGraph({
    rankdir: "TB",
    nodesep: spacing.boxGap,
    edgesep: spacing.bendGap,
    ranksep: 20,
    acyclicer: "greedy", // the other one recurses
    ranker: (ranked) => {
      for (const id of ranked.nodes()) ranked.node(id).rank = isBox(id) ? graph.layerOf[indexOf(id)]! : 0;
    },
  });
  for (let box = 0; box < graph.boxCount; box++) input.setNode(`n${box}`, { width: spacing.sizes[box]!, height: 10 });
  for (const { from, to } of links) input.setEdge(`n${from}`, `n${to}`, {});

  const bendsOf = new Map(links.map(({ from, to }, link) => [`n${from} n${to}`, graph.bends[link]!]));
  const place = new Int32Array(graph.layerOf.length);
  for (const layer of graph.layers) layer.forEach((vertex, i) => (place[vertex] = i));
  layout(input, {
    customOrder: (ordered) => {
      for (const id of ordered.nodes()) {
        const label = ordered.node(id);
        const link = label.edgeObj;
        const vertex = link === undefined
          ? indexOf(id)
          : bendsOf.get(`${link.v} ${link.w}`)![label.rank! - graph.layerOf[indexOf(link.v)]! - 1]!;
        label.order = place[vertex]!;
      }
      // Dagre doubles every rank to make room for labels, and relies on a bend in every edge. Without the doubling it is
      // twice as fast, but an edge without bends needs a point of its own, of which we make no use.
      for (const { v, w } of ordered.edges()) if (isBox(v) && isBox(w)) ordered.edge(v, w).points = [{ x: 0, y: -1e6 }];
    },
  });

  const positions = new Float64Array(graph.layerOf.length);
  for (let box = 0; box < graph.boxCount; box++) positions[box] = input.node(`n${box}`).x!;
  links.forEach(({ from, to }, link) => {
    const points = input.edge(`n${from}`, `n${to}`).points!;
    graph.bends[link]!.forEach((bend, i) => (positions[bend] = points[i + 1]!.x));
  });
  return positions;
}

const isBox = (id: string): boolean => /^n\d/.test(id);
const indexOf = (id: string): number => Number(id.slice(1));

// The few calls that we use: under `node16` resolution dagre's own types turn into `any` without a word.
interface DagreGraph {
  setGraph(label: GraphLabel): void;
  setNode(id: string, label: NodeLabel): void;
  setEdge(from: string, to: string, label: EdgeLabel): void;
  nodes(): string[];
  node(id: string): NodeLabel;
  edges(): { v: string; w: string }[];
  edge(from: string, to: string): EdgeLabel;
}
interface GraphLabel {
  rankdir: "TB";
  nodesep: number;
  edgesep: number;
  ranksep: number;
  acyclicer: "greedy";
  ranker: (graph: DagreGraph) => void;
}
interface NodeLabel {
  width: number;
  height: number;
  x?: number;
  rank?: number;
  order?: number;
  /** On a bend: the edge that it belongs to. */
  edgeObj?: { v: string; w: string };
}
interface EdgeLabel {
  points?: { x: number; y: number }[];
}
const { Graph, layout } = dagre as unknown as {
  Graph: new () => DagreGraph;
  layout(graph: DagreGraph, options: { customOrder(graph: DagreGraph): void }): void;
};
