import { callStep, isThenable } from "../call-step.js";
import { returnedPromise } from "../returned-promise.js";
import { retryOf, timeoutOf } from "./choose.js";
import type { Governed } from "./governed.js";
import type { Routine } from "./routine.js";
import { TimeoutError } from "./timeout-error.js";

/** Calls the function of a step once, and waits for its promise for as long as it may take. */
export function* callNode(run: Governed, step: number): Routine<unknown> {
  const { plan, policies } = run;
  const vertex = plan.steps.at(step);
  const timeout = timeoutOf(vertex, policies);
  // Where one attempt may end before the run does, its signal is its own.
  const mayEndAlone = timeout !== Infinity || retryOf(vertex, policies) !== undefined;
  const controller = mayEndAlone && takesSignal(run, step) ? run.openController() : undefined;
  try {
    const value = callWith(run, step, controller?.signal);
    if (!isThenable(value)) return value;
    if (run.caller === "executeSync") {
      run.stop(returnedPromise(run, step, value));
      throw run.error;
    }
    return timeout === Infinity ? yield value : yield* waitFor(value, timeout, controller);
  } finally {
    if (controller !== undefined) run.closeController(controller);
  }
}

/** Calls the function of a step, which may get a signal of its own. */
function callWith({ plan, values }: Governed, step: number, signal: AbortSignal | undefined): unknown {
  if (signal === undefined) return callStep(plan, step, values);
  const own = values[plan.signalSlot];
  values[plan.signalSlot] = signal;
  try {
    return callStep(plan, step, values);
  } finally {
    values[plan.signalSlot] = own;
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

function takesSignal({ plan: { signalSlot, starts, slots } }: Governed, step: number): boolean {
  return signalSlot !== -1 && slots.subarray(starts[step], starts[step + 1]).includes(signalSlot);
}
