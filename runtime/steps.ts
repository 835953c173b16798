import type { FunctionVertex } from "./graph.js";
import type { Vertices } from "./vertices.js";

/** Steps, each by what is known of its node. */
export interface StepList extends Iterable<FunctionVertex> {
  readonly length: number;
  at(step: number): FunctionVertex;
}

/** The nodes that a plan runs, in order: their ids, and what the graph says of them. */
export class Steps implements StepList {
  readonly length: number;
  readonly #vertices: Vertices;
  readonly #ids: Int32Array;

  constructor(vertices: Vertices, ids: Int32Array) {
    this.length = ids.length;
    this.#vertices = vertices;
    this.#ids = ids;
  }

  at(step: number): FunctionVertex {
    return this.#vertices.at(this.#ids[step]!) as FunctionVertex;
  }

  *[Symbol.iterator](): IterableIterator<FunctionVertex> {
    for (let step = 0; step < this.length; step++) yield this.at(step);
  }
}
