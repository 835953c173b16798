import type { StagedPlan } from "../blocks/staged-plan.js";
import type { NodeError } from "../errors.js";
import type { Plan } from "../plan.js";
import { type Progress, SKIPPED } from "./run-steps.js";

/** What has failed in a run that goes on, and what was skipped for it: of a node in a block, for the first item that it concerns. */
export class Failures {
  readonly errors = new Map<string, NodeError>();
  /** By node, the route from it to the node that has failed: each needs the next. */
  readonly skipped = new Map<string, readonly string[]>();

  /** Takes over what has become of a plan's steps. */
  note(plan: Plan, { states, errors, skippedFor, lacking }: Progress): void {
    const { steps } = plan;
    const { internal } = plan as Partial<StagedPlan>;
    for (const [step, error] of errors) {
      const { name } = steps.at(step);
      if (!this.errors.has(name)) this.errors.set(name, error);
    }
    const roots = rootsOf(skippedFor);
    states.forEach((state, step) => {
      if (state !== SKIPPED || internal?.[step] === 1) return;
      const { name } = steps.at(step);
      if (this.skipped.has(name)) return;
      const lacked = lacking.get(roots[step]!);
      this.skipped.set(name, [...routeToFailed(plan, step, skippedFor, roots[step]!), ...(lacked === undefined ? [] : [plan.given[lacked]!.name])]);
    });
  }
}

/** More names than these are cut in the middle: a report on a long chain of skipped nodes would grow with its square. */
const LONGEST_ROUTE = 100;

function routeToFailed({ steps }: Plan, from: number, skippedFor: Int32Array, root: number): string[] {
  const route: string[] = [];
  for (let step = from; step !== -1 && route.length <= LONGEST_ROUTE; step = skippedFor[step]!) route.push(steps.at(step).name);
  if (route.length > LONGEST_ROUTE) route.splice(LONGEST_ROUTE - 2, 3, "…", steps.at(root).name);
  return route;
}

/** By step, the one that has failed at the end of its route. What a step needs stands before it. */
function rootsOf(skippedFor: Int32Array): Int32Array {
  const roots = new Int32Array(skippedFor.length);
  for (let step = 0; step < roots.length; step++) roots[step] = skippedFor[step] === -1 ? step : roots[skippedFor[step]!]!;
  return roots;
}
