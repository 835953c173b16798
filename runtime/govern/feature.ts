import type { Call } from "../arguments.js";
import { features } from "../features.js";
import type { Hooks } from "../lifecycle/hooks.js";
import type { Plan } from "../plan.js";
import { executeGoverned, executeGovernedSync } from "./execute-governed.js";
import { policyProblems } from "./policy-problems.js";
import { readPolicies } from "./read-policies.js";
import { replay } from "./replay.js";

const governance = { executeGoverned, executeGovernedSync, isGoverned, policyProblems, readPolicies, replay };

/** Runs under policies and hooks. */
export type Governance = typeof governance;

features.governance = governance;

/** Whether a run is more than the loop over its nodes. */
function isGoverned(plan: Plan, { policies }: Call, hooks: Hooks | undefined): boolean {
  return policies !== undefined || plan.declaresPolicies || hooks?.areOfRuns === true;
}
