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
  note(plan: Plan, { states, errors, skippedFor }: Progress): void {
    const { steps } = plan;
    const { internal } = plan as Partial<StagedPlan>;
    for (const [step, error] of errors) {
      const { name } = steps.at(step);
      if (!this.errors.has(name)) this.errors.set(name, error);
    }
    states.forEach((state, step) => {
      if (state !== SKIPPED || internal?.[step] === 1) return;
      const { name } = steps.at(step);
      if (!this.skipped.has(name)) this.skipped.set(name, routeToFailed(plan, step, skippedFor));
    });
  }
}

/** More names than these are cut in the middle: a report on a long chain of skipped nodes would grow with its square. */
const LONGEST_ROUTE = 100;

function routeToFailed({ steps }: Plan, from: number, skippedFor: Int32Array): string[] {
  const route: string[] = [];
  let last = from;
  for (let step = from; step !== -1; step = skippedFor[step]!) {
    last = step;
    if (route.length < LONGEST_ROUTE) route.push(steps.at(step).name);
  }
  const end = steps.at(last).name;
  if (route.at(-1) !== end) route.splice(LONGEST_ROUTE - 2, 2, "…", end);
  return route;
}
