import { readRetry, readTimeout, type RetryRule } from "../govern/read-policies.js";
import type { FunctionVertex } from "../graph.js";
import { declarationOf } from "./declared.js";
import { walkOptions } from "./walk-options.js";

/** What a node's own declaration says of how it runs. */
export interface DeclaredPolicies {
  readonly retry?: RetryRule;
  readonly timeout?: number;
  /** The name of a pool. */
  readonly concurrency?: string;
}

const NONE: DeclaredPolicies = {};

/** Read when the node is about to run: before, the line that declares it may not have. */
export function declaredPolicies(vertex: FunctionVertex): DeclaredPolicies {
  const { policies } = vertex.node;
  if (policies === undefined) return NONE;
  const { retry, timeout, concurrency } = optionsOf(vertex) ?? {};
  return {
    ...(policies.includes("retry") && retry !== undefined && { retry: readRetry("node", "retry", retry) }),
    ...(policies.includes("timeout") && timeout !== undefined && { timeout: readTimeout("node", "timeout", timeout) }),
    ...(policies.includes("concurrency") && typeof concurrency === "string" && { concurrency }),
  };
}

/** Of a node of a subdag, its own `node(…)` stands in the subdag's options. */
function optionsOf(vertex: FunctionVertex): Readonly<Record<string, unknown>> | undefined {
  const { compute } = vertex.node;
  if (compute.op !== "call") return undefined;
  try {
    const member = vertex.source.module[compute.export];
    const found = compute.path === undefined ? member : walkOptions(vertex, compute.export, member, compute.path);
    return (declarationOf(found) ?? declarationOf(member))?.options;
  } catch {
    return undefined; // the call of its function says why
  }
}
