import { isMissing, MISSING } from "../blocks/missing.js";
import type { StagedPlan } from "../blocks/staged-plan.js";
import { GovernedItem } from "./governed-item.js";
import type { GovernedRun } from "./governed-run.js";
import { DONE, runSteps } from "./run-steps.js";

/** Runs a stage for one item: at once, or else the promise tells when nothing of it is under way any more. */
export function runItem(run: GovernedRun, plan: StagedPlan, values: unknown[], item: readonly number[]): Promise<void> | undefined {
  let end: (() => void) | undefined;
  let hasEnded = false;
  const progress = runSteps(new GovernedItem(run, plan, values, item), () => {
    hasEnded = true;
    end?.();
  });
  const conclude = (): void => {
    if (!run.continues || run.stopped) return;
    run.failures.note(plan, progress);
    const first = plan.given.length;
    for (const slot of plan.finalSlots) if (slot >= first && progress.states[slot - first] !== DONE && !isMissing(values[slot])) values[slot] = MISSING;
  };
  if (hasEnded) return void conclude();
  return new Promise<void>((resolve) => (end = resolve)).then(conclude);
}
