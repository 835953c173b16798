import type { ConfigVertex, InputVertex, Source, Vertex } from "./graph.js";
import type { ManifestNode } from "./manifest.js";

/**
 * The variables of a graph, by id. Of a node nothing is kept but where its manifest has it, and whose it is: an
 * object for each node would be most of what a large graph weighs, and of the time that it takes to build.
 */
export class Vertices implements Iterable<Vertex> {
  length = 0;
  /** The modules of its nodes, and those that have none. */
  readonly sources: readonly Source[];
  /** By id what a manifest says of a node; absent for what no function computes. Nodes stand before what else there is. */
  readonly nodes: (ManifestNode | undefined)[];
  /** By id of a node, the position of its module in `sources`. */
  readonly owners: Uint32Array;
  readonly #others = new Map<number, InputVertex | ConfigVertex>();

  constructor(sources: readonly Source[]) {
    let most = 0;
    for (const { manifest } of sources) most += manifest.nodes.length;
    this.sources = sources;
    this.nodes = new Array<undefined>(most);
    this.owners = new Uint32Array(most);
  }

  at(id: number): Vertex {
    const node = this.nodes[id];
    if (node === undefined) return this.#others.get(id)!;
    return { kind: "function", name: node.name, type: node.type, node, source: this.sources[this.owners[id]!]! };
  }

  set(id: number, vertex: InputVertex | ConfigVertex): void {
    this.#others.set(id, vertex);
    if (id === this.length) this.length++;
    else if (id < this.nodes.length) this.nodes[id] = undefined;
  }

  *[Symbol.iterator](): IterableIterator<Vertex> {
    for (let id = 0; id < this.length; id++) yield this.at(id);
  }
}
