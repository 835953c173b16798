import { setOwn } from "../own-property.js";
import type { Plan } from "../plan.js";
import type { GovernedRun } from "./governed-run.js";
import type { ExecutionReport } from "./report.js";
import { DONE, type Progress, SKIPPED } from "./run-steps.js";

/** What a run that goes on after failures has come to, in the order of the plan. */
export function makeReport({ plan, values }: GovernedRun, { states, errors, skippedFor }: Progress): ExecutionReport {
  const report = { values: {}, errors: {}, skipped: {} };
  const first = plan.given.length;
  plan.finalVars.forEach((name, index) => {
    const slot = plan.finalSlots[index]!;
    if (slot < first || states[slot - first] === DONE) setOwn(report.values, name, values[slot]);
  });
  [...plan.steps].forEach(({ name }, step) => {
    if (errors.has(step)) setOwn(report.errors, name, errors.get(step));
    if (states[step] === SKIPPED) setOwn(report.skipped, name, routeToFailed(plan, step, skippedFor));
  });
  return report;
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
  if (route.at(-1) !== steps.at(last).name) route.splice(LONGEST_ROUTE - 2, 2, "…", steps.at(last).name);
  return route;
}
