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
  /** By id; absent for what no function computes. */
  readonly #nodes: (ManifestNode | undefined)[];
  /** By id of a node, the position of its module in `sources`. */
  readonly #owners: Uint16Array | Uint32Array;
  readonly #others = new Map<number, InputVertex | ConfigVertex>();

  constructor(sources: readonly Source[]) {
    const most = sources.reduce((count, { manifest }) => count + manifest.nodes.length, 0);
    this.sources = sources;
    this.#nodes = new Array<undefined>(most);
    this.#owners = sources.length > 0xffff ? new Uint32Array(most) : new Uint16Array(most);
  }

  at(id: number): Vertex {
    const node = this.#nodes[id];
    if (node === undefined) return this.#others.get(id)!;
    return { kind: "function", name: node.name, type: node.type, node, source: this.sourceOf(id) };
  }

  /** What the manifest says, if it is a node. */
  nodeAt(id: number): ManifestNode | undefined {
    return this.#nodes[id];
  }

  /** The module of a node. */
  sourceOf(id: number): Source {
    return this.sources[this.#owners[id]!]!;
  }

  /** Puts a node of a module at an id: all of them stand before what else there is. */
  setNode(id: number, node: ManifestNode, owner: number): void {
    this.#nodes[id] = node;
    this.#owners[id] = owner;
    if (id === this.length) this.length++;
  }

  set(id: number, vertex: InputVertex | ConfigVertex): void {
    this.#others.set(id, vertex);
    if (id === this.length) this.length++;
    else if (id < this.#nodes.length) this.#nodes[id] = undefined;
  }

  *[Symbol.iterator](): IterableIterator<Vertex> {
    for (let id = 0; id < this.length; id++) yield this.at(id);
  }
}
