import type { ConfigVertex, InputVertex, Source, Vertex } from "./graph.js";
import type { ManifestNode } from "./manifest.js";

/**
 * The variables of a graph, by id. Of a node nothing is kept but where its manifest has it, and whose it is: an
 * object for each node would be most of what a large graph weighs, and of the time that it takes to build.
 */
export interface Vertices {
  length: number;
  /** The modules of its nodes, and those that have none. */
  readonly sources: readonly Source[];
  /** By id what a manifest says of a node; absent for what no function computes. Nodes stand before what else there is. */
  readonly nodes: (ManifestNode | undefined)[];
  /** By id of a node, the position of its module in `sources`. */
  readonly owners: Uint32Array;
  /** By id, what is no node. */
  readonly others: Map<number, InputVertex | ConfigVertex>;
}

/** None yet, with room for all nodes of the modules. */
export function createVertices(sources: readonly Source[]): Vertices {
  let most = 0;
  for (let index = 0; index < sources.length; index++) most += sources[index]!.manifest.nodes.length;
  return { length: 0, sources, nodes: new Array<undefined>(most), owners: new Uint32Array(most), others: new Map() };
}

export function vertexAt({ nodes, owners, sources, others }: Vertices, id: number): Vertex {
  const node = nodes[id];
  if (node === undefined) return others.get(id)!;
  return { kind: "function", name: node.name, type: node.type, node, source: sources[owners[id]!]! };
}

export function setVertex(vertices: Vertices, id: number, vertex: InputVertex | ConfigVertex): void {
  vertices.others.set(id, vertex);
  if (id === vertices.length) vertices.length++;
  else if (id < vertices.nodes.length) vertices.nodes[id] = undefined;
}

export function listVertices(vertices: Vertices): Vertex[] {
  return Array.from({ length: vertices.length }, (_, id) => vertexAt(vertices, id));
}
