import type { Frame } from "./blocks/block-host.js";

/** A plan under way: its values by slot, and what has stopped it. */
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
