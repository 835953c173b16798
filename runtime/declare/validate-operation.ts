import { isThenable, type NodeFunction } from "../call-step.js";
import type { FunctionVertex } from "../graph.js";
import type { ValidateOperation } from "../manifest.js";
import { partAt } from "./part-at.js";
import { keysOf, type StandardResult, type StandardSchema } from "./standard-schema.js";
import type { ValidationIssue, ValidationResult } from "./validation-result.js";
import { walkOptions } from "./walk-options.js";
import { watchExport } from "./watch-export.js";

/** Transform a validator Into a function of the value that it judges. */
export function compileValidate(vertex: FunctionVertex, { export: exported, path, importance }: ValidateOperation): NodeFunction {
  const name = String(path.at(-1));
  return watchExport(vertex.source, exported, (member) => {
    const issuesOf = readValidator(walkOptions(vertex, exported, member, path), name);
    return (value) => {
      const issues = issuesOf(value);
      return isThenable(issues) ? issues.then((later) => resultOf(later as ValidationIssue[], value)) : resultOf(issues as ValidationIssue[], value);
    };
  });

  function resultOf(issues: readonly ValidationIssue[], value: unknown): ValidationResult {
    if (issues.length === 0) return { name, importance, passed: true, issues };
    return { name, importance, passed: false, issues, sample: partAt(value, issues[0]!.path) };
  }
}

type IssuesOf = (value: unknown) => ValidationIssue[] | PromiseLike<ValidationIssue[]>;

/** Reads a Standard Schema, which may be a function itself, a predicate, or an object with one of them. */
function readValidator(validator: unknown, name: string): IssuesOf {
  const { schema, test } = isSchema(validator) ? { schema: validator, test: undefined } : typeof validator === "function" ? { schema: undefined, test: validator } : (validator as { schema?: unknown; test?: unknown });
  if (isSchema(schema)) return later((value) => schema["~standard"].validate(value), issuesOfSchema);
  if (typeof test === "function") return later((value) => (test as (value: unknown) => unknown)(value), (holds) => (holds ? [] : [{ path: [], message: `'${name}' does not hold` }]));
  throw new TypeError(`The check '${name}' is neither a predicate nor a Standard Schema.`);
}

function isSchema(value: unknown): value is StandardSchema<unknown> {
  return ((typeof value === "object" && value !== null) || typeof value === "function") && "~standard" in value;
}

function issuesOfSchema({ issues = [] }: StandardResult): ValidationIssue[] {
  return issues.map((issue) => ({ path: keysOf(issue), message: issue.message }));
}

function later<T>(judge: (value: unknown) => unknown, read: (verdict: T) => ValidationIssue[]): IssuesOf {
  return (value) => {
    const verdict = judge(value);
    return isThenable(verdict) ? verdict.then((settled) => read(settled as T)) : read(verdict as T);
  };
}
