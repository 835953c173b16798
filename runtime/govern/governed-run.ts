import type { Call } from "../arguments.js";
import { callStep } from "../call-step.js";
import { AbortError, TimeoutError } from "../errors.js";
import { fillSlots } from "../fill-slots.js";
import type { Hooks } from "../lifecycle/hooks.js";
import type { Plan } from "../plan.js";
import { newRunId } from "./run-id.js";

/** One run of a plan under policies and hooks: its values by slot, what has stopped it, and what has to end with it. */
export class GovernedRun {
  readonly id = newRunId();
  readonly values: unknown[];
  stopped = false;
  error: unknown;
  /** Called once, when the run stops. */
  onStop: (() => void) | undefined;
  readonly #controllers = new Set<AbortController>();
  readonly #waits = new Set<(error: unknown) => void>();
  readonly #sleeps = new Set<(error: unknown) => void>();
  readonly #deadline: number;
  #isExpired = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `caller` is the method that has been called: `executeSync` cannot wait. */
  constructor(
    readonly plan: Plan,
    readonly call: Call,
    readonly hooks: Hooks,
    readonly caller: "execute" | "executeSync",
  ) {
    const { signal, policies } = call;
    if (signal?.aborted) throw new AbortError(signal.reason);
    const controller = plan.signalSlot === -1 ? undefined : this.openController();
    this.values = fillSlots(plan, call, controller?.signal);
    signal?.addEventListener("abort", this.#abort);
    this.#deadline = performance.now() + policies.runTimeout;
    if (policies.runTimeout !== Infinity && caller === "execute") this.#timer = setTimeout(this.#expire, policies.runTimeout);
  }

  /** Whether what needs no failed node goes on. */
  get continues(): boolean {
    return this.call.policies.onError === "continue";
  }

  /** The first call decides; nothing starts after it. */
  stop(error: unknown): void {
    if (this.stopped) return;
    this.stopped = true;
    this.error = error;
    this.call.signal?.removeEventListener("abort", this.#abort);
    for (const controller of this.#controllers) controller.abort(error);
    for (const wake of [...this.#sleeps]) wake(error);
    if (this.call.policies.inFlight === "abandon") this.#abandon();
    this.onStop?.();
  }

  /** Lets go of all that may outlive the run: the caller's signal, and the clock. */
  end(): void {
    this.call.signal?.removeEventListener("abort", this.#abort);
    clearTimeout(this.#timer);
    // What is called late, such as a `next` that an adapter has kept, finds the run over.
    this.stopped = true;
  }

  /** Throws if nothing may start any more. A timer cannot tell while functions run that return no promise: the clock does. */
  checkOpen(): void {
    if (!this.stopped && this.#deadline !== Infinity && performance.now() >= this.#deadline) this.#expire();
    if (this.stopped) throw this.error;
  }

  /** Calls the function of a step, which may get a signal of its own. */
  callStep(step: number, signal: AbortSignal | undefined): unknown {
    const { plan, values } = this;
    if (signal === undefined) return callStep(plan, step, values);
    const own = values[plan.signalSlot];
    values[plan.signalSlot] = signal;
    try {
      return callStep(plan, step, values);
    } finally {
      values[plan.signalSlot] = own;
    }
  }

  /** A controller that is aborted when the run stops, until it is closed. */
  openController(): AbortController {
    const controller = new AbortController();
    this.#controllers.add(controller);
    return controller;
  }

  closeController(controller: AbortController): void {
    this.#controllers.delete(controller);
  }

  /** What the promise comes to, or a rejection as soon as the run stops and abandons what is under way. */
  readonly wait = (promise: PromiseLike<unknown>): Promise<unknown> => {
    return new Promise((resolve, reject) => {
      const settled = Promise.resolve(promise);
      if (this.#isExpired) reject(this.error);
      else this.#waits.add(reject);
      settled.then(
        (value) => {
          this.#waits.delete(reject);
          resolve(value);
        },
        (error: unknown) => {
          this.#waits.delete(reject);
          reject(error);
        },
      );
    });
  };

  /** Rejects as soon as the run stops. */
  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const wake = (error: unknown): void => {
        clearTimeout(timer);
        this.#sleeps.delete(wake);
        reject(error);
      };
      const timer = setTimeout(() => {
        this.#sleeps.delete(wake);
        resolve();
      }, milliseconds);
      this.#sleeps.add(wake);
    });
  }

  #abandon(): void {
    for (const reject of this.#waits) reject(this.error);
    this.#waits.clear();
  }

  readonly #abort = (): void => this.stop(new AbortError(this.call.signal!.reason));

  readonly #expire = (): void => {
    const { runTimeout } = this.call.policies;
    this.stop(new TimeoutError(`The run takes longer than its ${runTimeout} ms.`, runTimeout));
    // Nor does it wait any longer for what it was waiting for already.
    this.#isExpired = true;
    this.#abandon();
  };
}
