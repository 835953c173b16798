import { isMissing, MISSING } from "../blocks/missing.js";
import type { StagedPlan } from "../blocks/staged-plan.js";
import { callStep } from "../call-step.js";
import { consumersOf } from "../consumers.js";
import type { NodeError } from "../errors.js";
import type { Plan } from "../plan.js";
import { describeNode } from "./describe-node.js";
import type { Governed } from "./governed.js";
import { governedError } from "./governed-error.js";
import { ReadySteps } from "./ready-steps.js";
import { drive } from "./routine.js";
import { runNode } from "./run-node.js";

/** What has become of the steps of a run. */
export interface Progress {
  /** By step. */
  readonly states: Uint8Array;
  readonly errors: ReadonlyMap<number, NodeError>;
  /** Of a step that was skipped, the one that it needs and that has failed or was skipped itself; or -1. */
  readonly skippedFor: Int32Array;
  /** Of a step that was skipped, the given value that it needs, where that is missing: its slot. */
  readonly lacking: ReadonlyMap<number, number>;
}

export const [PENDING, DONE, FAILED, SKIPPED] = [0, 1, 2, 3];

/**
 * Runs the steps of a governed run: each as soon as all that it depends on is there and its pools have a
 * place, in the order of the plan. Calls `onEnd` once nothing more will start and nothing is under way.
 */
export function runSteps(run: Governed, onEnd: () => void): Progress {
  const { plan, values } = run;
  const first = plan.given.length;
  const count = plan.steps.length;
  const { starts: consumerStarts, targets: consumers } = consumersOf(plan);
  const { waiting, uses } = countUses(plan);
  const { internal, walked } = plan as Partial<StagedPlan>;
  const ready = new ReadySteps(run.poolsOf(plan), run.places);
  const states = new Uint8Array(count);
  const skippedFor = new Int32Array(count).fill(-1);
  const startedAfter = new Int32Array(count).fill(-1);
  const errors = new Map<number, NodeError>();
  const lacking = new Map<number, number>();
  let left = count;
  let inFlight = 0;
  let isDraining = false;
  let isQueued = false;
  let hasEnded = false;

  for (let slot = 0; slot < first; slot++) if (uses[slot] === 0) values[slot] = undefined;
  if (run.continues && internal !== undefined) skipLacking();
  for (let step = 0; step < count; step++) if (waiting[step] === 0 && states[step] === PENDING && startedAfter[step] === -1) ready.add(step);
  run.onStop(drain);
  drain();
  return { states, errors, skippedFor, lacking };

  function drain(): void {
    if (isDraining || hasEnded) return;
    isDraining = true;
    for (let step = 0; !run.stopped && (step = ready.take()) !== -1; ) start(step);
    isDraining = false;
    if (internal !== undefined) {
      run.places.wake();
      if (!run.stopped && !isQueued && ready.areWaiting) queue();
    }
    if (inFlight > 0 || (left > 0 && !run.stopped)) return;
    if (hasEnded) return;
    hasEnded = true;
    run.forget(drain);
    onEnd();
  }

  /** Other items of a block may give back the places that are missing. */
  function queue(): void {
    isQueued = true;
    run.places.whenFree(() => {
      isQueued = false;
      drain();
    });
  }

  function start(step: number): void {
    try {
      const value = internal?.[step] === 1 ? callStep(plan, step, values) : drive(runNode(run, step, describeNode(run, step, startedAfter[step]!)), run.wait);
      if (!(value instanceof Promise)) return complete(step, value);
      inFlight++;
      value.then(
        (later) => {
          inFlight--;
          complete(step, later);
          drain();
        },
        (cause: unknown) => {
          inFlight--;
          fail(step, cause);
          drain();
        },
      );
    } catch (cause) {
      fail(step, cause);
    }
  }

  function complete(step: number, value: unknown): void {
    if (internal?.[step] === 1 && isMissing(value)) {
      leave(step, SKIPPED!);
      return skipDependents(step, value);
    }
    leave(step, DONE!);
    if (run.stopped) return;
    if (uses[first + step]! > 0) values[first + step] = value;
    for (let index = consumerStarts[first + step]!; index < consumerStarts[first + step + 1]!; index++) {
      const consumer = consumers[index]!;
      // It may have been skipped for something that its item was given.
      if (--waiting[consumer]! > 0 || states[consumer] !== PENDING) continue;
      if (!hasItems(consumer)) skipFor(step, consumer);
      else begin(consumer, step);
    }
  }

  function begin(step: number, after: number): void {
    startedAfter[step] = after;
    ready.add(step);
  }

  function fail(step: number, cause: unknown): void {
    if (run.stopped) return leave(step, FAILED!);
    const error = governedError(run, step, cause);
    leave(step, FAILED!);
    if (!run.continues) return run.stop(error);
    errors.set(step, error);
    skipDependents(step, MISSING);
  }

  /** What needs a step that has failed will not run, nor what needs that; a block leaves that to its items. */
  function skipDependents(failed: number, value: unknown): void {
    const stack = [failed];
    while (stack.length > 0) {
      const step = stack.pop()!;
      if (uses[first + step]! > 0) values[first + step] = step === failed ? value : MISSING;
      for (let index = consumerStarts[first + step]!; index < consumerStarts[first + step + 1]!; index++) {
        const consumer = consumers[index]!;
        if (states[consumer] !== PENDING) continue;
        if (canLack(consumer, first + step)) {
          if (--waiting[consumer]! > 0) continue;
          if (hasItems(consumer)) {
            begin(consumer, step);
            continue;
          }
        }
        skippedFor[consumer] = step;
        drop(consumer, SKIPPED!);
        stack.push(consumer);
      }
    }
  }

  function skipFor(step: number, consumer: number): void {
    skippedFor[consumer] = step;
    drop(consumer, SKIPPED!);
    skipDependents(consumer, MISSING);
  }

  /** What an item was given may have gaps. */
  function skipLacking(): void {
    for (let slot = 0; slot < first; slot++) {
      if (!isMissing(values[slot])) continue;
      for (let index = consumerStarts[slot]!; index < consumerStarts[slot + 1]!; index++) {
        const consumer = consumers[index]!;
        if (states[consumer] !== PENDING || (canLack(consumer, slot) && (waiting[consumer]! > 0 || hasItems(consumer)))) continue;
        lacking.set(consumer, slot);
        drop(consumer, SKIPPED!);
        skipDependents(consumer, MISSING);
      }
    }
  }

  /** Whether it is a block that goes through something else. */
  function canLack(step: number, slot: number): boolean {
    const block = walked?.get(step);
    return block !== undefined && block.items !== slot;
  }

  /** Unless it is a block that goes through what was kept, and nothing was. */
  function hasItems(step: number): boolean {
    const block = walked?.get(step);
    return block === undefined || block.items !== undefined || block.rows.some((slot) => values[slot] !== MISSING);
  }

  function leave(step: number, state: number): void {
    ready.release(step);
    drop(step, state);
  }

  /** Values go when nothing will use them any more. */
  function drop(step: number, state: number): void {
    states[step] = state;
    left--;
    for (let edge = plan.starts[step]!; edge < plan.starts[step + 1]!; edge++) {
      const slot = plan.slots[edge]!;
      if (--uses[slot]! === 0) values[slot] = undefined;
    }
  }
}

/** How many values each step waits for, and how often each slot will be used. */
function countUses({ given, steps, starts, slots, finalSlots }: Plan): { waiting: Int32Array; uses: Int32Array } {
  const waiting = new Int32Array(steps.length);
  const uses = new Int32Array(given.length + steps.length);
  for (let step = 0; step < steps.length; step++) {
    for (let edge = starts[step]!; edge < starts[step + 1]!; edge++) {
      const slot = slots[edge]!;
      uses[slot]!++;
      if (slot >= given.length) waiting[step]!++;
    }
  }
  for (const slot of finalSlots) uses[slot]!++;
  return { waiting, uses };
}
