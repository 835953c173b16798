import type { Call } from "./arguments.js";
import { features } from "./features.js";
import { asyncNode, missingInputs, wrongInputs } from "./inputs.js";
import type { Plan } from "./plan.js";
import type { Problem } from "./problems.js";

/** Everything that speaks against running a plan for a call. */
export interface Judgement {
  readonly problems: readonly Problem[];
  /** What validators that take their time will say. */
  readonly later: Promise<readonly Problem[]> | undefined;
}

/** `isSync` is for a run that cannot wait, and so for no validator either. */
export function judge(plan: Plan, call: Call, isSync = false): Judgement {
  const { declarations, governance } = features;
  const problems: Problem[] = [...plan.problems, ...missingInputs(plan, call)];
  let later: Judgement["later"];
  if (call.validateInputs) {
    problems.push(...wrongInputs(plan, call));
    const declared = declarations?.judgeInputs(plan, call);
    if (declared !== undefined) {
      problems.push(...declared.problems);
      later = declared.later;
    }
  }
  if (governance !== undefined) problems.push(...governance.policyProblems(plan.graph, call));
  if (!isSync) return { problems, later };
  problems.push(...asyncNode(plan));
  if (later !== undefined) problems.push(...declarations!.asyncValidator(later));
  if (governance !== undefined) problems.push(...governance.delayedRetry(plan, call));
  return { problems, later: undefined };
}
