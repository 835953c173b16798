import { type BlockHost, MOST_ITEMS } from "./blocks/block-host.js";
import { OpenBlocks } from "./blocks/open-blocks.js";
import type { StagedPlan } from "./blocks/staged-plan.js";
import { AbortError } from "./errors.js";
import { fillSlots } from "./fill-slots.js";
import type { GivenValues } from "./inputs.js";
import { Lane } from "./lane.js";
import type { Plan } from "./plan.js";
import type { Progress } from "./progress.js";

export interface RunOptions extends GivenValues {
  readonly signal: AbortSignal | undefined;
  readonly concurrency: number;
}

type RunStage = (run: Run, plan: StagedPlan, values: unknown[], item: readonly number[]) => PromiseLike<unknown> | undefined;

/** One run of a plan: its values by slot, and what has stopped it. */
export class Run implements Progress, BlockHost {
  readonly values: unknown[];
  readonly host = this;
  readonly continues = false;
  readonly item: readonly number[] = [];
  stopped = false;
  error: unknown;
  pending: PromiseLike<unknown> | undefined;
  onStop: ((error: unknown) => void) | undefined;
  readonly lane: Lane;
  readonly #blocks: OpenBlocks | undefined;
  readonly #controller: AbortController | undefined;
  readonly #signal: AbortSignal | undefined;

  constructor(
    readonly plan: Plan,
    options: RunOptions,
    readonly isSync: boolean,
    readonly runStage: RunStage,
  ) {
    const { signal, concurrency } = options;
    if (signal?.aborted) throw new AbortError(signal.reason);
    if (plan.signalSlot !== -1) this.#controller = new AbortController();
    this.values = fillSlots(plan, options, this.#controller?.signal);
    this.lane = new Lane(concurrency);
    const { frameSlot } = plan as Partial<StagedPlan>;
    if (frameSlot !== undefined) {
      this.#blocks = new OpenBlocks();
      this.values[frameSlot] = this;
    }
    this.#signal = signal;
    signal?.addEventListener("abort", this.#abort);
  }

  stop(error: unknown): void {
    if (this.stopped) return;
    this.stopped = true;
    this.error = error;
    this.end();
    this.#controller?.abort(error);
    this.#blocks?.stop();
    this.onStop?.(error);
  }

  get blocks(): OpenBlocks {
    return this.#blocks!;
  }

  get itemLimit(): number {
    return this.lane.limit === Infinity ? MOST_ITEMS : this.lane.limit;
  }

  hasRoom(): boolean {
    return this.lane.hasRoom();
  }

  whenRoom(act: () => void): void {
    this.lane.whenRoom(act);
  }

  runItem(plan: StagedPlan, values: unknown[], item: readonly number[]): PromiseLike<unknown> | undefined {
    return this.runStage(this, plan, values, item);
  }

  /** Lets go of the caller's signal, which may outlive many runs. */
  end(): void {
    this.#signal?.removeEventListener("abort", this.#abort);
  }

  readonly #abort = (): void => this.stop(new AbortError(this.#signal!.reason));
}
