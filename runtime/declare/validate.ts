import type { GivenValues } from "../inputs.js";
import type { Judgement } from "../judge.js";
import type { Plan } from "../plan.js";
import type { InvalidInputProblem, Problem } from "../problems.js";
import { tellCause } from "../tell-cause.js";
import { readInput } from "./read-input.js";
import { keysOf, type StandardResult } from "./standard-schema.js";

type Verdict = InvalidInputProblem[] | Promise<InvalidInputProblem[]>;

/** A judgement, and what all of these validators say, of which a run that is sync cannot wait for any. */
export function judgeInputs(plan: Plan, values: GivenValues, judged: Judgement, isSync: boolean): Judgement {
  const verdicts = declaredProblems(plan, values);
  if (verdicts.length === 0) return judged;
  const waiting = verdicts.filter((verdict) => verdict instanceof Promise);
  const all: Problem[] = [...judged.problems, ...verdicts.flatMap((verdict) => (verdict instanceof Promise ? [] : verdict))];
  if (waiting.length === 0) return { problems: all, later: undefined };
  const later = Promise.all(waiting).then((lists) => lists.flat());
  return isSync ? { problems: [...all, ...asyncValidator(later)], later: undefined } : { problems: all, later };
}

/** What the declared inputs' own validators say of a plan's values: at once, or later. */
function declaredProblems(plan: Plan, { inputs, overrides }: GivenValues): Verdict[] {
  return plan.given.flatMap(({ name, vertex, giver }): Verdict[] => {
    if (vertex === undefined || vertex.kind === "function" || vertex.declared === undefined) return [];
    const value = giver === "inputs" ? inputs[name] : giver === "overrides" ? overrides[name] : vertex.kind === "config" ? vertex.value : undefined;
    const schema = value === undefined ? undefined : readInput(name, vertex.declared).schema;
    if (schema === undefined) return [];
    try {
      const result = schema["~standard"].validate(value);
      if (!(result instanceof Promise)) return [problemsOf(name, result)];
      return [result.then((later) => problemsOf(name, later)).catch((cause: unknown) => [failed(name, cause)])];
    } catch (cause) {
      return [[failed(name, cause)]];
    }
  });
}

/** Such as at a value that throws when it is read. */
function failed(name: string, cause: unknown): InvalidInputProblem {
  return { code: "invalid-input", name, path: name, message: `Input '${name}' cannot be validated: ${tellCause(cause)}.` };
}

function problemsOf(name: string, { issues = [] }: StandardResult): InvalidInputProblem[] {
  return issues.map((issue) => {
    const path = name + tellKeys(keysOf(issue));
    return { code: "invalid-input", name, path, message: `Input '${name}' is not valid${path === name ? "" : ` at '${path}'`}: ${issue.message.replace(/\.$/, "")}.` };
  });
}

/** `[3].name` of 3 and `name`. */
function tellKeys(keys: readonly PropertyKey[]): string {
  return keys.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
}

/** A validator that takes its time, for a run that cannot wait. */
function asyncValidator(later: Promise<unknown>): Problem[] {
  later.catch(() => {});
  return [{ code: "async-validator", name: "", path: "", message: "'executeSync' cannot wait for the validator of an input, which is async. Use 'execute'." }];
}
