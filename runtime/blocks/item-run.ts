import type { Progress } from "../progress.js";
import type { BlockFrame, BlockHost } from "./block-host.js";
import type { StagedPlan } from "./staged-plan.js";

/** What a run does for one item of a block. */
export class ItemRun implements Progress, BlockFrame {
  pending: PromiseLike<unknown> | undefined;
  /** The whole run has its own: this one is left behind. */
  onStop: ((error: unknown) => void) | undefined;

  constructor(
    readonly host: BlockHost,
    readonly plan: StagedPlan,
    readonly values: unknown[],
    readonly item: readonly number[],
  ) {
    if (plan.frameSlot !== -1) values[plan.frameSlot] = this;
  }

  get stopped(): boolean {
    return this.host.stopped;
  }

  get error(): unknown {
    return this.host.error;
  }

  stop(error: unknown): void {
    this.host.stop(error);
  }
}
