import type { Frame } from "../progress.js";
import type { OpenBlocks } from "./open-blocks.js";
import type { StagedPlan } from "./staged-plan.js";

/** What a block asks of the run that it is a part of. */
export interface BlockHost {
  /** Whether nothing can be waited for. */
  readonly isSync: boolean;
  readonly stopped: boolean;
  readonly error: unknown;
  /** Whether what needs no failed node goes on: what is missing for that among the values of an item is `MISSING`. */
  readonly continues: boolean;
  /** How many items of one block may be under way at a time. */
  readonly itemLimit: number;
  readonly blocks: OpenBlocks;
  /** The first call decides; nothing starts after it, and no item is asked for. */
  stop(error: unknown): void;
  /** Whether another promise may be under way. */
  hasRoom(): boolean;
  /** Where a run that has stopped waits for what is under way: settles with the promise, or when the run waits no longer. */
  readonly waitAtEnd?: ((promise: PromiseLike<unknown>) => PromiseLike<unknown>) | undefined;
  /** Calls back when there is room again. */
  whenRoom(act: () => void): void;
  /** Runs a stage for one item, on the frame's own values: at once, or else the promise tells when. What fails stops the run. */
  runItem(plan: StagedPlan, values: unknown[], item: readonly number[]): PromiseLike<unknown> | undefined;
}

/** A plan under way that has blocks in it. */
export interface BlockFrame extends Frame {
  readonly host: BlockHost;
}

/** How many items of a block are under way at a time where `concurrency` sets no limit. */
export const MOST_ITEMS = 64;
