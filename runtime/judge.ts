import type { Call } from "./arguments.js";
import { features } from "./features.js";
import type { ConfigVertex, InputVertex } from "./graph.js";
import { asyncNode, missingInputs } from "./inputs.js";
import type { Plan } from "./plan.js";
import type { Problem } from "./problems.js";

/** Everything that speaks against running a plan for a call. */
export interface Judgement {
  readonly problems: readonly Problem[];
  /** What validators that take their time will say. */
  readonly later: Promise<readonly Problem[]> | undefined;
}

/**
 * A value that has a schema to be held against, where nothing is loaded that does so: the core loads it
 * with the first such value that a run may wait for.
 */
export function uncheckedValue({ given }: Plan, { inputs, validateInputs }: Call): string | undefined {
  if (features.schemas !== undefined || !validateInputs) return undefined;
  return given.find(
    ({ name, vertex, giver }) => (giver === "config" || (giver === "inputs" && inputs[name] !== undefined)) && (vertex as InputVertex | ConfigVertex).schemas.length > 0,
  )?.name;
}

/** `isSync` is for a run that cannot wait: not for an async node, nor for what says later what is wrong. */
export function judge(plan: Plan, call: Call, isSync = false): Judgement {
  const { declarations, governance, schemas } = features;
  const problems = plan.problems.concat(missingInputs(plan, call));
  if (call.validateInputs && schemas !== undefined) problems.push(...schemas.wrongValues(plan, call));
  if (isSync && plan.firstAsync !== -1) problems.push(asyncNode(plan));
  if (call.policies !== undefined || plan.declaresPolicies) problems.push(...governance!.policyProblems(plan, call, isSync));
  const judged: Judgement = { problems, later: undefined };
  return call.validateInputs && plan.given.some(({ vertex }) => (vertex as InputVertex | undefined)?.declared) ? declarations!.judgeInputs(plan, call, judged, isSync) : judged;
}
