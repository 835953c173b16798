import type { Graph } from "./graph.js";
import { compilePlan, type Plan } from "./plan.js";
import type { Request } from "./request.js";

const MOST_PLANS = 16;

/** A graph, and the plans of its last requests. */
export interface PlanCache {
  readonly graph: Graph;
  readonly entries: { readonly request: Request; readonly plan: Plan }[];
}

/** The plan of a request. Compares names one by one: as the same strings come again, that costs next to nothing. */
export function planFor({ graph, entries }: PlanCache, request: Request): Plan {
  let index = 0;
  while (index < entries.length && !sameRequest(entries[index]!.request, request)) index++;
  const entry = entries[index] ?? { request, plan: compilePlan(graph, request) };
  // A request that is wrong is not likely to come again.
  if (entry === entries[0] || entry.plan.problems.length > 0) return entry.plan;
  // The oldest of a full cache makes room.
  entries.splice(Math.min(index, MOST_PLANS - 1), 1);
  entries.unshift(entry);
  return entry.plan;
}

function sameRequest(one: Request, other: Request): boolean {
  return sameNames(one.finalVars, other.finalVars) && sameNames(one.inputs, other.inputs) && sameNames(one.overrides, other.overrides);
}

function sameNames(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}
