import type { StagedPlan } from "./blocks/staged-plan.js";
import { callStep, isThenable } from "./call-step.js";
import { consumersOf } from "./consumers.js";
import type { Plan } from "./plan.js";
import type { Lane } from "./lane.js";
import { type Progress, takePending } from "./progress.js";
import { stepError } from "./node-error.js";

/**
 * Runs what is left of a plan, from a step that has returned a promise: counts for each step the
 * dependencies that it waits for, and starts it when none is left, whatever else is under way.
 * Rejects as soon as the run is stopped.
 */
export function schedule(run: Progress, from: number, lane: Lane): Promise<void> {
  const { plan, values } = run;
  const first = plan.given.length;
  const { starts: consumerStarts, targets: consumers } = consumersOf(plan);
  const { waiting, uses } = count(plan, from);
  for (let slot = 0; slot < first + from; slot++) if (uses[slot] === 0) values[slot] = undefined;
  // A stack, and not a queue: what has just become ready goes first, so that values are used and dropped soon.
  const ready = new Int32Array(plan.steps.length);
  let readyCount = 0;
  let left = plan.steps.length - from;

  return new Promise((resolve, reject) => {
    if (run.stopped) reject(run.error);
    else run.onStop = reject;
    for (let step = plan.steps.length - 1; step > from; step--) if (waiting[step] === 0) ready[readyCount++] = step;
    attempt(from, () => watch(from, takePending(run)));
    drain();

    function drain(): void {
      while (readyCount > 0 && lane.hasRoom() && !run.stopped) start(ready[--readyCount]!);
      if (readyCount > 0 && !run.stopped) lane.whenRoom?.(drain);
      if (left === 0) resolve();
    }

    function start(step: number): void {
      attempt(step, () => {
        const value = callStep(plan, step, values);
        for (let edge = plan.starts[step]!; edge < plan.starts[step + 1]!; edge++) {
          const slot = plan.slots[edge]!;
          if (--uses[slot]! === 0) values[slot] = undefined;
        }
        if (isThenable(value)) watch(step, value);
        else complete(step, value);
      });
    }

    function attempt(step: number, act: () => void): void {
      try {
        act();
      } catch (cause) {
        run.stop(stepError(run, step, cause));
      }
    }

    function watch(step: number, promise: PromiseLike<unknown>): void {
      const isNode = (plan as Partial<StagedPlan>).internal?.[step] !== 1;
      if (isNode) lane.enter();
      // A foreign thenable may do anything: `Promise.resolve` holds it to the rules.
      Promise.resolve(promise).then(
        (value) => {
          if (isNode) lane.leave();
          if (run.stopped) return;
          complete(step, value);
          drain();
          lane.wake?.();
        },
        (cause: unknown) => {
          if (!run.stopped) run.stop(stepError(run, step, cause));
        },
      );
    }

    function complete(step: number, value: unknown): void {
      left--;
      values[first + step] = value;
      for (let index = consumerStarts[first + step + 1]! - 1; index >= consumerStarts[first + step]!; index--) {
        const consumer = consumers[index]!;
        if (--waiting[consumer]! === 0) ready[readyCount++] = consumer;
      }
    }
  });
}

/** How many values each step after `from` waits for, and how often each slot will be used. */
function count({ given, steps, starts, slots, finalSlots }: Plan, from: number): { waiting: Int32Array; uses: Int32Array } {
  const waiting = new Int32Array(steps.length);
  const uses = new Int32Array(given.length + steps.length);
  for (let step = from + 1; step < steps.length; step++) {
    for (let edge = starts[step]!; edge < starts[step + 1]!; edge++) {
      const slot = slots[edge]!;
      uses[slot]!++;
      if (slot >= given.length + from) waiting[step]!++;
    }
  }
  for (const slot of finalSlots) uses[slot]!++;
  return { waiting, uses };
}
