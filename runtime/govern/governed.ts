import type { Call } from "../arguments.js";
import type { BlockFrame } from "../blocks/block-host.js";
import type { Hooks } from "../lifecycle/hooks.js";
import type { Plan } from "../plan.js";
import type { Places } from "./places.js";
import type { Pools } from "./pools.js";
import type { Policies } from "./read-policies.js";

/** A plan under way under policies and hooks: a whole run, or what it does for one item of a block. */
export interface Governed extends BlockFrame {
  readonly id: string;
  readonly call: Call;
  readonly policies: Policies;
  readonly hooks: Hooks;
  readonly caller: "execute" | "executeSync";
  readonly stopped: boolean;
  readonly error: unknown;
  /** Whether what needs no failed node goes on. */
  readonly continues: boolean;
  readonly places: Places;
  poolsOf(plan: Plan): Pools;
  /** From a final var down to a step of the whole plan. */
  routeTo(step: number): string[];
  /** The first call decides; nothing starts after it. */
  stop(error: unknown): void;
  /** Calls back once, when the run stops, until `forget`. */
  onStop(act: () => void): void;
  forget(act: () => void): void;
  /** Throws if nothing may start any more. */
  checkOpen(): void;
  /** A controller that is aborted when the run stops, until it is closed. */
  openController(): AbortController;
  closeController(controller: AbortController): void;
  /** What the promise comes to, or a rejection as soon as the run stops and abandons what is under way. */
  wait(promise: PromiseLike<unknown>): Promise<unknown>;
  /** The same, but that the rejection comes when all that is `within` has ended: for those who wait for others. */
  waitAround(promise: PromiseLike<unknown>, within: Iterable<Promise<unknown>>): Promise<unknown>;
  /** Rejects as soon as the run stops. */
  sleep(milliseconds: number): Promise<void>;
}
