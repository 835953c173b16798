import type { BlockHost } from "./blocks/block-host.js";
import { AbortError } from "./errors.js";
import { fillSlots } from "./fill-slots.js";
import type { GivenValues } from "./inputs.js";
import type { Lane } from "./lane.js";
import type { Plan } from "./plan.js";
import type { Progress } from "./progress.js";

export interface RunOptions extends GivenValues {
  readonly signal: AbortSignal | undefined;
  readonly concurrency: number;
}

/** One run of a plan: its values by slot, and what has stopped it. */
export class Run implements Progress {
  readonly values: unknown[];
  readonly item: readonly number[] = [];
  readonly concurrency: number;
  /** What its blocks ask of it, if it has any. */
  host: BlockHost | undefined;
  stopped = false;
  error: unknown;
  pending: PromiseLike<unknown> | undefined;
  onStop: ((error: unknown) => void) | undefined;
  /** From the first promise on. */
  lane: Lane | undefined;
  readonly #controller: AbortController | undefined;
  readonly #signal: AbortSignal | undefined;

  constructor(
    readonly plan: Plan,
    options: RunOptions,
    readonly isSync: boolean,
  ) {
    const { signal } = options;
    if (signal?.aborted) throw new AbortError(signal.reason);
    if (plan.signalSlot !== -1) this.#controller = new AbortController();
    this.values = fillSlots(plan, options, this.#controller?.signal);
    this.concurrency = options.concurrency;
    this.#signal = signal;
    signal?.addEventListener("abort", this.#abort);
  }

  stop(error: unknown): void {
    if (this.stopped) return;
    this.stopped = true;
    this.error = error;
    this.end();
    this.#controller?.abort(error);
    this.host?.blocks.stop();
    this.onStop?.(error);
  }

  /** Lets go of the caller's signal, which may outlive many runs. */
  end(): void {
    this.#signal?.removeEventListener("abort", this.#abort);
  }

  readonly #abort = (): void => this.stop(new AbortError(this.#signal!.reason));
}
