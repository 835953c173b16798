import type { Call } from "../arguments.js";
import { type BlockHost, MOST_ITEMS } from "../blocks/block-host.js";
import { OpenBlocks } from "../blocks/open-blocks.js";
import type { StagedPlan } from "../blocks/staged-plan.js";
import { declaredPolicies } from "../declare/declared-policies.js";
import { AbortError } from "../errors.js";
import { fillSlots } from "../fill-slots.js";
import type { Hooks } from "../lifecycle/hooks.js";
import { routesIn } from "../plan-route.js";
import type { Plan } from "../plan.js";
import { Failures } from "./failures.js";
import type { Governed } from "./governed.js";
import { Places } from "./places.js";
import { type Pools, poolsOf } from "./pools.js";
import { type Policies, policiesOf } from "./read-policies.js";
import { newRunId } from "./run-id.js";
import { TimeoutError } from "./timeout-error.js";

/** One run of a plan under policies and hooks: its values by slot, what has stopped it, and what has to end with it. */
export class GovernedRun implements Governed, BlockHost {
  readonly id = newRunId();
  readonly host = this;
  readonly item: readonly number[] = [];
  readonly policies: Policies;
  readonly values: unknown[];
  readonly places: Places;
  readonly blocks = new OpenBlocks();
  readonly failures = new Failures();
  stopped = false;
  error: unknown;
  readonly #stops = new Set<() => void>();
  readonly #pools = new Map<Plan, Pools>();
  #routes: ReturnType<typeof routesIn> | undefined;
  readonly #controllers = new Set<AbortController>();
  readonly #waits = new Set<(error: unknown) => void>();
  readonly #ownWaits = new WeakSet<object>();
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
    readonly runStage: (run: GovernedRun, plan: StagedPlan, values: unknown[], item: readonly number[]) => Promise<void> | undefined,
  ) {
    const { signal } = call;
    const policies = policiesOf(call);
    this.policies = policies;
    if (signal?.aborted) throw new AbortError(signal.reason);
    const controller = plan.signalSlot === -1 ? undefined : this.openController();
    this.values = fillSlots(plan, call, controller?.signal);
    const { frameSlot } = plan as Partial<StagedPlan>;
    if (frameSlot !== undefined) this.values[frameSlot] = this;
    this.places = new Places(policies);
    signal?.addEventListener("abort", this.#abort);
    this.#deadline = performance.now() + policies.runTimeout;
    if (policies.runTimeout !== Infinity && caller === "execute") this.#timer = setTimeout(this.#expire, policies.runTimeout);
  }

  get continues(): boolean {
    return this.policies.onError === "continue";
  }

  stop(error: unknown): void {
    if (this.stopped) return;
    this.stopped = true;
    this.error = error;
    this.call.signal?.removeEventListener("abort", this.#abort);
    for (const controller of this.#controllers) controller.abort(error);
    for (const wake of [...this.#sleeps]) wake(error);
    if (this.policies.inFlight === "abandon") this.#abandon();
    for (const act of [...this.#stops]) act();
    this.blocks.stop();
  }

  onStop(act: () => void): void {
    this.#stops.add(act);
  }

  forget(act: () => void): void {
    this.#stops.delete(act);
  }

  /** Lets go of all that may outlive the run: the caller's signal, and the clock. */
  end(): void {
    this.call.signal?.removeEventListener("abort", this.#abort);
    clearTimeout(this.#timer);
    // What is called late, such as a `next` that an adapter has kept, finds the run over.
    this.stopped = true;
  }

  /** A timer cannot tell while functions run that return no promise: the clock does. */
  checkOpen(): void {
    if (!this.stopped && this.#deadline !== Infinity && performance.now() >= this.#deadline) this.#expire();
    if (this.stopped) throw this.error;
  }

  poolsOf(plan: Plan): Pools {
    let pools = this.#pools.get(plan);
    if (pools === undefined) this.#pools.set(plan, (pools = poolsOf(plan, this.policies, (vertex) => declaredPolicies(vertex).concurrency)));
    return pools;
  }

  routeTo(step: number): string[] {
    return (this.#routes ??= routesIn((this.plan as Partial<StagedPlan>).whole ?? this.plan))(step);
  }

  get isSync(): boolean {
    return this.caller === "executeSync";
  }

  get itemLimit(): number {
    const { concurrency } = this.policies;
    return concurrency === Infinity ? MOST_ITEMS : concurrency;
  }

  hasRoom(): boolean {
    return this.places.isFree(0);
  }

  whenRoom(act: () => void): void {
    this.places.whenFree(act);
  }

  runItem(plan: StagedPlan, values: unknown[], item: readonly number[]): Promise<void> | undefined {
    return this.runStage(this, plan, values, item);
  }

  openController(): AbortController {
    const controller = new AbortController();
    this.#controllers.add(controller);
    return controller;
  }

  closeController(controller: AbortController): void {
    this.#controllers.delete(controller);
  }

  readonly wait = (promise: PromiseLike<unknown>): Promise<unknown> => {
    return this.#ownWaits.has(promise) ? (promise as Promise<unknown>) : this.#waitFor(promise, (reject) => reject);
  };

  get waitAtEnd(): GovernedRun["wait"] | undefined {
    return this.policies.inFlight === "await" ? this.wait : undefined;
  }

  waitAround(promise: PromiseLike<unknown>, within: Iterable<Promise<unknown>>): Promise<unknown> {
    const own = this.#waitFor(promise, (reject) => (error) => void Promise.allSettled(within).then(() => reject(error)));
    this.#ownWaits.add(own);
    return own;
  }

  #waitFor(promise: PromiseLike<unknown>, toCancel: (reject: (error: unknown) => void) => (error: unknown) => void): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const cancel = toCancel(reject);
      const settled = Promise.resolve(promise);
      if (this.#isExpired) cancel(this.error);
      else this.#waits.add(cancel);
      settled.then(
        (value) => {
          this.#waits.delete(cancel);
          resolve(value);
        },
        (error: unknown) => {
          this.#waits.delete(cancel);
          reject(error);
        },
      );
    });
  }

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
    for (const cancel of this.#waits) cancel(this.error);
    this.#waits.clear();
  }

  readonly #abort = (): void => this.stop(new AbortError(this.call.signal!.reason));

  readonly #expire = (): void => {
    const { runTimeout } = this.policies;
    this.stop(new TimeoutError(`The run takes longer than its ${runTimeout} ms.`, runTimeout));
    // Nor does it wait any longer for what it was waiting for already.
    this.#isExpired = true;
    this.#abandon();
  };
}
