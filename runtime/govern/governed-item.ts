import type { StagedPlan } from "../blocks/staged-plan.js";
import type { Plan } from "../plan.js";
import type { Governed } from "./governed.js";
import type { GovernedRun } from "./governed-run.js";

/** What a governed run does for one item of a block. */
export class GovernedItem implements Governed {
  readonly id: GovernedRun["id"];
  readonly call: GovernedRun["call"];
  readonly policies: GovernedRun["policies"];
  readonly hooks: GovernedRun["hooks"];
  readonly caller: GovernedRun["caller"];
  readonly continues: GovernedRun["continues"];
  readonly places: GovernedRun["places"];
  readonly wait: GovernedRun["wait"];

  constructor(
    readonly host: GovernedRun,
    readonly plan: StagedPlan,
    readonly values: unknown[],
    readonly item: readonly number[],
  ) {
    ({ id: this.id, call: this.call, policies: this.policies, hooks: this.hooks, caller: this.caller, continues: this.continues, places: this.places, wait: this.wait } = host);
    if (plan.frameSlot !== -1) values[plan.frameSlot] = this;
  }

  get stopped(): boolean {
    return this.host.stopped;
  }

  get error(): unknown {
    return this.host.error;
  }

  poolsOf(plan: Plan) {
    return this.host.poolsOf(plan);
  }

  routeTo(step: number): string[] {
    return this.host.routeTo(step);
  }

  stop(error: unknown): void {
    this.host.stop(error);
  }

  onStop(act: () => void): void {
    this.host.onStop(act);
  }

  forget(act: () => void): void {
    this.host.forget(act);
  }

  checkOpen(): void {
    this.host.checkOpen();
  }

  openController(): AbortController {
    return this.host.openController();
  }

  closeController(controller: AbortController): void {
    this.host.closeController(controller);
  }

  waitAround(promise: PromiseLike<unknown>, within: Iterable<Promise<unknown>>): Promise<unknown> {
    return this.host.waitAround(promise, within);
  }

  sleep(milliseconds: number): Promise<void> {
    return this.host.sleep(milliseconds);
  }
}
