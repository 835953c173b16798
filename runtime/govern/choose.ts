import { declaredPolicies } from "../declare/declared-policies.js";
import type { FunctionVertex } from "../graph.js";
import { isTagged } from "./is-tagged.js";
import type { Choices, Policies, RetryRule } from "./read-policies.js";

/** How a node is tried again, if it is. */
export function retryOf(vertex: FunctionVertex, { retry }: Policies): RetryRule | undefined {
  return choose(vertex, retry, declaredPolicies(vertex).retry);
}

/** How long an attempt of a node may take, in milliseconds; `Infinity` for ever. */
export function timeoutOf(vertex: FunctionVertex, { timeout }: Policies): number {
  return choose(vertex, timeout, declaredPolicies(vertex).timeout) ?? Infinity;
}

function choose<T>(vertex: FunctionVertex, { default: otherwise, nodes, tags }: Choices<T>, own: T | undefined): T | undefined {
  const chosen = nodes.get(vertex.name) ?? own;
  if (chosen !== undefined) return chosen;
  for (const [tag, value] of tags) if (isTagged(vertex, tag)) return value;
  return otherwise;
}
