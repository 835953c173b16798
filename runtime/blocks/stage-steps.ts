import type { FunctionVertex } from "../graph.js";
import type { StepList } from "../steps.js";

/** The steps of a stage: each a step of the whole plan, or what stands for one that the engine takes itself. */
export class StageSteps implements StepList {
  readonly length: number;
  readonly #whole: StepList;
  readonly #steps: readonly (number | FunctionVertex)[];

  constructor(whole: StepList, steps: readonly (number | FunctionVertex)[]) {
    this.length = steps.length;
    this.#whole = whole;
    this.#steps = steps;
  }

  at(step: number): FunctionVertex {
    const own = this.#steps[step]!;
    return typeof own === "number" ? this.#whole.at(own) : own;
  }

  *[Symbol.iterator](): IterableIterator<FunctionVertex> {
    for (let step = 0; step < this.length; step++) yield this.at(step);
  }
}
