import type { Policies } from "./read-policies.js";

/** The places in the pools of a run, shared by all that it does. */
export class Places {
  readonly #limits: readonly number[];
  readonly #taken: Int32Array;
  #waiting: (() => void)[] = [];
  #isWaking = false;
  /** Whether a place has been given back since somebody was woken for it. */
  #isNew = false;

  /** The first pool is that of all steps which are in no other. */
  constructor({ concurrency, pools }: Policies) {
    this.#limits = [concurrency, ...pools.values()];
    this.#taken = new Int32Array(this.#limits.length);
  }

  isFree(pool: number): boolean {
    return this.#taken[pool]! < this.#limits[pool]!;
  }

  take(pools: readonly number[]): void {
    for (const pool of pools) this.#taken[pool]!++;
  }

  release(pools: readonly number[]): void {
    for (const pool of pools) this.#taken[pool]!--;
    this.#isNew = true;
  }

  /** Calls back once places have been given back. */
  whenFree(act: () => void): void {
    this.#waiting.push(act);
  }

  /** Lets those try again that wait for a place. */
  wake(): void {
    if (this.#isWaking) return;
    this.#isWaking = true;
    while (this.#isNew && this.#waiting.length > 0) {
      this.#isNew = false;
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const act of waiting) act();
    }
    this.#isWaking = false;
  }
}
