import type { BlockHost } from "./blocks/block-host.js";
import { AbortError } from "./errors.js";
import { fillSlots } from "./fill-slots.js";
import type { GivenValues } from "./inputs.js";
import type { Lane } from "./lane.js";
import type { Plan } from "./plan.js";
import { NO_ITEM, type Progress } from "./progress.js";

export interface RunOptions extends GivenValues {
  readonly signal: AbortSignal | undefined;
  readonly concurrency: number;
}

/** One run of a plan: its values by slot, and what has stopped it. */
export interface Run extends Progress {
  readonly isSync: boolean;
  readonly concurrency: number;
  /** What its blocks ask of it, if it has any. */
  host: BlockHost | undefined;
  /** From the first promise on. */
  lane: Lane | undefined;
  /** Lets go of the caller's signal, which may outlive many runs. */
  readonly end: (() => void) | undefined;
}

export function createRun(plan: Plan, options: RunOptions, isSync: boolean): Run {
  const { signal, concurrency } = options;
  if (signal?.aborted) throw new AbortError(signal.reason);
  const controller = plan.signalSlot === -1 ? undefined : new AbortController();
  const run: { -readonly [Key in keyof Run]: Run[Key] } = {
    plan,
    values: fillSlots(plan, options, controller?.signal),
    item: NO_ITEM,
    isSync,
    concurrency,
    host: undefined,
    lane: undefined,
    stopped: false,
    error: undefined,
    pending: undefined,
    onStop: undefined,
    stop(error) {
      if (run.stopped) return;
      run.stopped = true;
      run.error = error;
      run.end?.();
      controller?.abort(error);
      run.host?.blocks.stop();
      run.onStop?.(error);
    },
    end: undefined,
  };
  if (signal !== undefined) {
    const abort = (): void => run.stop(new AbortError(signal.reason));
    signal.addEventListener("abort", abort);
    run.end = () => signal.removeEventListener("abort", abort);
  }
  return run;
}
