import type { Plan } from "./plan.js";

/** A plan and its values by slot: a whole run, or what it does for one item of a block. */
export interface Frame {
  readonly plan: Plan;
  readonly values: unknown[];
  /** The position of the item, one for each block around, the outermost first. */
  readonly item: readonly number[];
}

/** Where no block is around. */
export const NO_ITEM: readonly number[] = [];

/** A plan under way, and what has stopped it. */
export interface Progress extends Frame {
  readonly stopped: boolean;
  readonly error: unknown;
  /** The promise at which the loop ended; kept no longer than that, as it keeps its value. */
  pending: PromiseLike<unknown> | undefined;
  /** Called once if the run stops while it waits for promises. */
  onStop: ((error: unknown) => void) | undefined;
  /** The first call decides; nothing starts after it. */
  stop(error: unknown): void;
}

export function takePending(progress: Progress): PromiseLike<unknown> {
  const promise = progress.pending!;
  progress.pending = undefined;
  return promise;
}
