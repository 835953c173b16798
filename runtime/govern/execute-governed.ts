import type { Call } from "../arguments.js";
import type { StagedPlan } from "../blocks/staged-plan.js";
import { reportChecks } from "../declare/report-checks.js";
import type { GraphExecution, Outcome } from "../lifecycle/adapter.js";
import { hookError, refusePromise } from "../lifecycle/call-hook.js";
import { type Hooks, NO_HOOKS } from "../lifecycle/hooks.js";
import type { Plan } from "../plan.js";
import { listSteps } from "../steps.js";
import { toResults } from "../to-results.js";
import { variableOf } from "./describe-node.js";
import { GovernedRun } from "./governed-run.js";
import { makeReport } from "./make-report.js";
import { drive, type Routine } from "./routine.js";
import { runItem } from "./run-item.js";
import { type Progress, runSteps } from "./run-steps.js";
import { tellAdapter, tellAll } from "./tell-adapter.js";

/** Runs a plan under policies and hooks. */
export async function executeGoverned(plan: Plan, call: Call, hooks: Hooks | undefined): Promise<unknown> {
  return drive(runAndTell(startRun(plan, call, hooks, "execute")), async (promise) => promise);
}

/** The same without a promise, where nothing has to be waited for. */
export function executeGovernedSync(plan: Plan, call: Call, hooks: Hooks | undefined): unknown {
  return drive(runAndTell(startRun(plan, call, hooks, "executeSync")), async (promise) => promise);
}

function startRun(plan: Plan, call: Call, hooks: Hooks | undefined, caller: GovernedRun["caller"]): GovernedRun {
  return new GovernedRun(plan.staged ?? plan, call, reportChecks(hooks ?? NO_HOOKS, call.policies?.onCheck), caller, runItem);
}

/** The run, and then those adapters that are told of its end: what they still have to do, no abort cuts short. */
function* runAndTell(run: GovernedRun): Routine<unknown> {
  const { beforeGraphExecution: before, afterGraphExecution: after } = run.hooks;
  const event = before.length + after.length > 0 ? describeRun(run) : undefined;
  const failed = new Set<unknown>();
  const start = performance.now();
  let outcome: { success: true; result: unknown } | { success: false; error: unknown };
  try {
    if (event !== undefined) yield drive(tellAll(run, before, event, failed), run.wait);
    run.checkOpen();
    const progress = yield* runAll(run);
    if (run.stopped) throw run.error;
    // In a box, as results may have a node named `then`.
    const { result } = yield drive(run.continues ? boxReport(run, progress) : boxResult(run), run.wait);
    outcome = { success: true, result };
  } catch (error) {
    run.stop(error);
    outcome = { success: false, error: run.error };
  }
  run.end();
  const told = { ...event, durationMs: performance.now() - start, ...outcome } as GraphExecution & Outcome;
  for (const hook of after) {
    const error = failed.has(hook.adapter) ? undefined : yield* tellAdapter(run, hook, told);
    // What has failed before is the news; the hook's own failure would hide it.
    if (error !== undefined && outcome.success) outcome = { success: false, error };
  }
  if (!outcome.success) throw outcome.error;
  return outcome.result;
}

/** Ends when nothing more is under way, also where the run is stopped. */
function* runAll(run: GovernedRun): Routine<Progress> {
  let end: (() => void) | undefined;
  let hasEnded = false;
  const progress = runSteps(run, () => {
    hasEnded = true;
    end?.();
  });
  if (!hasEnded) yield new Promise<void>((resolve) => (end = resolve));
  return progress;
}

function* boxReport(run: GovernedRun, progress: Progress): Routine<{ result: unknown }> {
  return { result: makeReport(run, progress) };
}

function* boxResult(run: GovernedRun): Routine<{ result: unknown }> {
  const results = toResults(run.plan, run.values);
  const [hook] = run.hooks.buildResult;
  if (hook === undefined) return { result: results };
  try {
    const result: unknown = hook.adapter.buildResult!(results as Record<string, unknown>);
    const refusal = run.caller === "executeSync" ? refusePromise(hook, undefined, run.caller, result) : undefined;
    if (refusal === undefined) return { result: yield result };
    run.stop(refusal);
  } catch (cause) {
    run.stop(hookError(hook, undefined, cause));
  }
  throw run.error;
}

function describeRun({ id, plan, call }: GovernedRun): GraphExecution {
  const { inputs, overrides } = call;
  return { runId: id, finalVars: plan.finalVars, inputs, overrides, nodes: listSteps(((plan as Partial<StagedPlan>).whole ?? plan).steps).map(variableOf) };
}
