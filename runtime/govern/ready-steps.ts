import type { Places } from "./places.js";
import type { Pools } from "./pools.js";
import { StepHeap } from "./step-heap.js";

/** The steps that wait for nothing but a place in their pools. */
export class ReadySteps {
  readonly #pools: Pools;
  readonly #places: Places;
  /** By group: the steps that are in the same pools. */
  readonly #waiting: readonly StepHeap[];

  constructor(pools: Pools, places: Places) {
    this.#pools = pools;
    this.#places = places;
    this.#waiting = pools.groups.map(() => new StepHeap());
  }

  add(step: number): void {
    this.#waiting[this.#pools.groupOf[step]!]!.push(step);
  }

  /** The first step, in the order of the plan, that has a place in all of its pools, which it then takes; or -1. */
  take(): number {
    const { groups } = this.#pools;
    let best = -1;
    let least = Infinity;
    for (let group = 0; group < groups.length; group++) {
      const step = this.#waiting[group]!.first;
      if (step < least && groups[group]!.every((pool) => this.#places.isFree(pool))) [best, least] = [group, step];
    }
    if (best === -1) return -1;
    this.#places.take(groups[best]!);
    return this.#waiting[best]!.pop();
  }

  /** Whether any waits. */
  get areWaiting(): boolean {
    return this.#waiting.some(({ first }) => first !== Infinity);
  }

  /** Gives the places of a step back. */
  release(step: number): void {
    this.#places.release(this.#pools.groups[this.#pools.groupOf[step]!]!);
  }
}
