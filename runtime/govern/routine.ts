import { isThenable } from "../call-step.js";

/** A computation that yields what may be a promise, and goes on with its value: at once where it is none. */
export type Routine<Result> = Generator<unknown, Result, any>;

/** Runs a routine. Its result comes as a promise only if it had to wait, which it does by `wait`. */
export function drive<Result>(routine: Routine<Result>, wait: (promise: PromiseLike<unknown>) => Promise<unknown>): Result | Promise<Result> {
  let turn = routine.next();
  while (!turn.done) {
    let pending: boolean;
    try {
      pending = isThenable(turn.value);
    } catch (error) {
      turn = routine.throw(error); // its `then` cannot be read
      continue;
    }
    if (pending) return driveOn(routine, turn.value as PromiseLike<unknown>, wait);
    turn = routine.next(turn.value);
  }
  return turn.value;
}

async function driveOn<Result>(routine: Routine<Result>, first: unknown, wait: (promise: PromiseLike<unknown>) => Promise<unknown>): Promise<Result> {
  let turn: IteratorResult<unknown, Result> = { value: first };
  do {
    let value: unknown;
    try {
      value = isThenable(turn.value) ? await wait(turn.value) : turn.value;
    } catch (error) {
      turn = routine.throw(error);
      continue;
    }
    turn = routine.next(value);
  } while (!turn.done);
  return turn.value;
}
