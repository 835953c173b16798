import { isThenable } from "../call-step.js";
import { TimeoutError } from "../errors.js";
import { returnedPromise } from "../returned-promise.js";
import { retryOf, timeoutOf } from "./choose.js";
import type { GovernedRun } from "./governed-run.js";
import type { Routine } from "./routine.js";

/** Calls the function of a step once, and waits for its promise for as long as it may take. */
export function* callNode(run: GovernedRun, step: number): Routine<unknown> {
  const { plan, call } = run;
  const vertex = plan.steps.at(step);
  const timeout = timeoutOf(vertex, call.policies);
  // Where one attempt may end before the run does, its signal is its own.
  const mayEndAlone = timeout !== Infinity || retryOf(vertex, call.policies) !== undefined;
  const controller = mayEndAlone && takesSignal(run, step) ? run.openController() : undefined;
  try {
    const value = run.callStep(step, controller?.signal);
    if (!isThenable(value)) return value;
    if (run.caller === "executeSync") {
      run.stop(returnedPromise({ plan, item: [] }, step, value));
      throw run.error;
    }
    return timeout === Infinity ? yield value : yield* waitFor(value, timeout, controller);
  } finally {
    if (controller !== undefined) run.closeController(controller);
  }
}

function* waitFor(promise: PromiseLike<unknown>, timeout: number, controller: AbortController | undefined): Routine<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expiry = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new TimeoutError(`The attempt takes longer than its ${timeout} ms.`, timeout);
      controller?.abort(error);
      reject(error);
    }, timeout);
  });
  try {
    return yield Promise.race([promise, expiry]);
  } finally {
    clearTimeout(timer);
  }
}

function takesSignal({ plan: { signalSlot, starts, slots } }: GovernedRun, step: number): boolean {
  return signalSlot !== -1 && slots.subarray(starts[step], starts[step + 1]).includes(signalSlot);
}
