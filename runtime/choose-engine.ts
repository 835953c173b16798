import type { Call } from "./arguments.js";
import { execute, executeSync } from "./execute.js";
import { features } from "./features.js";
import type { Hooks } from "./lifecycle/hooks.js";
import type { Plan } from "./plan.js";

/** Runs a plan: under policies and hooks, if it has any. One that has none pays nothing for them. */
export function run(plan: Plan, call: Call, hooks: Hooks | undefined): Promise<unknown> {
  const { governance } = features;
  return governance?.isGoverned(plan, call, hooks) ? governance.executeGoverned(plan, call, hooks) : execute(plan, call);
}

/** The same without a promise. */
export function runSync(plan: Plan, call: Call, hooks: Hooks | undefined): unknown {
  const { governance } = features;
  return governance?.isGoverned(plan, call, hooks) ? governance.executeGovernedSync(plan, call, hooks) : executeSync(plan, call);
}
