import { isThenable } from "../call-step.js";
import { checkSchema } from "../schemas/check-schema.js";
import { CheckError } from "../declare/check-error.js";
import { partAt } from "../declare/part-at.js";
import type { NodeCheck } from "../declare/report-checks.js";
import type { ValidationResult } from "../declare/validation-result.js";
import type { Variable } from "../questions/variable.js";
import type { LifecycleAdapter } from "./adapter.js";
import { handleItems } from "./handle-items.js";

export interface CheckOutputsOptions {
  /** Whether a value of another type is merely reported, or the failure of its node: `warn` unless given. */
  readonly importance?: "warn" | "fail";
  /** Told of each value that is looked at; by default those of another type are printed as warnings. `collectChecks` has one. */
  readonly onCheck?: (check: NodeCheck) => void;
}

/**
 * Holds the value of each node against the type that it has in TypeScript, where JSON Schema can say that: what
 * comes out of a database, a file or a model is only claimed to have it. The failure's `cause` is a `CheckError`. A
 * value that is passed on, through validators or at the end of a pipe, is looked at once, where it is made.
 *
 * ```ts
 * import { Builder } from "icosian";
 * import { checkOutputs } from "icosian/adapters";
 * import * as flow from "./my_dataflow.js";
 *
 * const found: string[] = [];
 * const check = checkOutputs({ onCheck: ({ node, passed }) => void (passed || found.push(node)) });
 * new Builder().withModules({ ...flow, B: () => "text" as unknown }).withAdapters(check).build().executeSync(["A", "B"]);
 * found; // => ["B"]
 * ```
 */
export function checkOutputs({ importance = "warn", onCheck = warn }: CheckOutputsOptions = {}): LifecycleAdapter {
  return {
    name: "checkOutputs",
    aroundNodeExecution({ node }, next) {
      const value = next();
      // Its value has been looked at where it was made.
      if (node.sameAs !== undefined) return value;
      return isThenable(value) ? value.then((later) => checkedAll(node, later)) : checkedAll(node, value);
    },
  };

  /** The type of a node that opens a block is that of its items. */
  function checkedAll(node: Variable, value: unknown): unknown {
    if (node.schema === undefined || !node.parallel) return checked(node, value);
    return handleItems(value, { each: (item) => checked(node, item) });
  }

  function checked({ name, schema }: Variable, value: unknown): unknown {
    if (schema === undefined) return value;
    const issues = checkSchema(schema, value, name).map(({ keys, expected, got }) => ({ path: keys, message: `expected ${expected}, got ${got}` }));
    const passed = issues.length === 0;
    const result: ValidationResult = { name: "type", importance, passed, issues, ...(!passed && { sample: partAt(value, issues[0]!.path) }) };
    onCheck({ ...result, node: name });
    if (!passed && importance === "fail") throw new CheckError(name, [result]);
    return value;
  }
}

function warn({ node, passed, importance, ...result }: NodeCheck): void {
  if (!passed && importance === "warn") console.warn(`icosian: ${new CheckError(node, [{ ...result, passed, importance }]).message}`);
}
