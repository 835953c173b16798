import type { Call } from "../arguments.js";
import { execute, executeSync } from "../execute.js";
import type { Hooks } from "../lifecycle/hooks.js";
import type { Plan } from "../plan.js";
import { executeGoverned, executeGovernedSync } from "./execute-governed.js";

/** Runs a plan: under policies and hooks, if it has any. One that has none pays nothing for them. */
export function run(plan: Plan, call: Call, hooks: Hooks): Promise<unknown> {
  return isGoverned(plan, call, hooks) ? executeGoverned(plan, call, hooks) : execute(plan, call);
}

/** The same without a promise. */
export function runSync(plan: Plan, call: Call, hooks: Hooks): unknown {
  return isGoverned(plan, call, hooks) ? executeGovernedSync(plan, call, hooks) : executeSync(plan, call);
}

function isGoverned(plan: Plan, { policies }: Call, hooks: Hooks): boolean {
  return !policies.isPlain || hooks.areOfRuns || plan.declaresPolicies;
}
