import { declaredProblems } from "./declare/validate.js";
import { type GivenValues, missingInputs, wrongInputs } from "./inputs.js";
import type { Plan } from "./plan.js";
import type { Problem } from "./problems.js";

/** Everything that speaks against running a plan with these values. */
export interface Judgement {
  readonly problems: readonly Problem[];
  /** What validators that take their time will say. */
  readonly later: Promise<readonly Problem[]> | undefined;
}

export function judge(plan: Plan, values: GivenValues, { validateInputs }: { readonly validateInputs: boolean }): Judgement {
  const problems: Problem[] = [...plan.problems, ...missingInputs(plan, values)];
  if (!validateInputs) return { problems, later: undefined };
  problems.push(...wrongInputs(plan, values));
  const waiting: Promise<readonly Problem[]>[] = [];
  for (const verdict of declaredProblems(plan, values)) {
    if (verdict instanceof Promise) waiting.push(verdict);
    else problems.push(...verdict);
  }
  return { problems, later: waiting.length === 0 ? undefined : Promise.all(waiting).then((lists) => lists.flat()) };
}
