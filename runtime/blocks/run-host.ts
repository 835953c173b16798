import type { Progress } from "../progress.js";
import type { Run } from "../run.js";
import { type BlockHost, MOST_ITEMS } from "./block-host.js";
import { ItemRun } from "./item-run.js";
import { OpenBlocks } from "./open-blocks.js";
import { SharedLane } from "./shared-lane.js";
import type { StagedPlan } from "./staged-plan.js";

type Advance = (progress: Progress) => PromiseLike<unknown> | undefined;

/** Gives a run what its blocks ask of it; `advance` goes on with what runs for an item. */
export function openRun(run: Run, advance: Advance): void {
  run.lane = new SharedLane(run.concurrency);
  run.host = new RunHost(run, advance);
  const { frameSlot } = run.plan as StagedPlan;
  if (frameSlot !== -1) run.values[frameSlot] = run;
}

class RunHost implements BlockHost {
  readonly continues = false;
  readonly blocks = new OpenBlocks();
  readonly itemLimit: number;

  constructor(
    readonly run: Run,
    readonly advance: Advance,
  ) {
    this.itemLimit = run.concurrency === Infinity ? MOST_ITEMS : run.concurrency;
  }

  get isSync(): boolean {
    return this.run.isSync;
  }

  get stopped(): boolean {
    return this.run.stopped;
  }

  get error(): unknown {
    return this.run.error;
  }

  stop(error: unknown): void {
    this.run.stop(error);
  }

  hasRoom(): boolean {
    return this.run.lane!.hasRoom();
  }

  whenRoom(act: () => void): void {
    this.run.lane!.whenRoom!(act);
  }

  runItem(plan: StagedPlan, values: unknown[], item: readonly number[]): PromiseLike<unknown> | undefined {
    return this.advance(new ItemRun(this, plan, values, item));
  }
}
