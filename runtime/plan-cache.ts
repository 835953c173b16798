import type { Graph } from "./graph.js";
import { compilePlan, type Plan } from "./plan.js";
import type { Request } from "./request.js";

const MOST_PLANS = 16;

/** Keeps the plans of the last requests. Compares names one by one: as the same strings come again, that costs next to nothing. */
export class PlanCache {
  readonly #entries: { readonly request: Request; readonly plan: Plan }[] = [];

  constructor(readonly graph: Graph) {}

  plan(request: Request): Plan {
    const index = this.#entries.findIndex((entry) => sameRequest(entry.request, request));
    if (index === 0) return this.#entries[0]!.plan;
    const [entry] = index > 0 ? this.#entries.splice(index, 1) : [{ request, plan: compilePlan(this.graph, request) }];
    // A request that is wrong is not likely to come again.
    if (entry!.plan.problems.length > 0) return entry!.plan;
    this.#entries.unshift(entry!);
    this.#entries.length = Math.min(this.#entries.length, MOST_PLANS);
    return entry!.plan;
  }
}

function sameRequest(one: Request, other: Request): boolean {
  return sameNames(one.finalVars, other.finalVars) && sameNames(one.inputs, other.inputs) && sameNames(one.overrides, other.overrides);
}

function sameNames(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}
