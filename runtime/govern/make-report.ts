import type { StagedPlan } from "../blocks/staged-plan.js";
import { setOwn } from "../own-property.js";
import { listSteps } from "../steps.js";
import type { GovernedRun } from "./governed-run.js";
import type { ExecutionReport } from "./report.js";
import { DONE, type Progress } from "./run-steps.js";

/** What a run that goes on after failures has come to, in the order of the plan. */
export function makeReport({ plan, values, failures }: GovernedRun, progress: Progress): ExecutionReport {
  failures.note(plan, progress);
  const report = { values: {}, errors: {}, skipped: {} };
  const first = plan.given.length;
  plan.finalVars.forEach((name, index) => {
    const slot = plan.finalSlots[index]!;
    if (slot < first || progress.states[slot - first] === DONE) setOwn(report.values, name, values[slot]);
  });
  for (const { name } of listSteps(((plan as Partial<StagedPlan>).whole ?? plan).steps)) {
    if (failures.errors.has(name)) setOwn(report.errors, name, failures.errors.get(name));
    if (failures.skipped.has(name)) setOwn(report.skipped, name, failures.skipped.get(name));
  }
  return report;
}
