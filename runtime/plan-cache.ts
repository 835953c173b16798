import type { Graph } from "./graph.js";
import { compilePlan, type Plan } from "./plan.js";
import type { Request } from "./request.js";

const MOST_PLANS = 16;

/** Keeps the plans of the last requests. Compares names one by one: as the same strings come again, that costs next to nothing. */
export class PlanCache {
  readonly #entries: { readonly request: Request; readonly plan: Plan }[] = [];

  constructor(readonly graph: Graph) {}

  plan(request: Request): Plan {
    const entries = this.#entries;
    let index = 0;
    while (index < entries.length && !sameRequest(entries[index]!.request, request)) index++;
    const entry = entries[index] ?? { request, plan: compilePlan(this.graph, request) };
    // A request that is wrong is not likely to come again.
    if (entry === entries[0] || entry.plan.problems.length > 0) return entry.plan;
    // The oldest of a full cache makes room.
    entries.splice(Math.min(index, MOST_PLANS - 1), 1);
    entries.unshift(entry);
    return entry.plan;
  }
}

function sameRequest(one: Request, other: Request): boolean {
  return sameNames(one.finalVars, other.finalVars) && sameNames(one.inputs, other.inputs) && sameNames(one.overrides, other.overrides);
}

function sameNames(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}
