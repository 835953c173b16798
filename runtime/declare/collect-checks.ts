import type { NodeCheck } from "./report-checks.js";

/** What the validators of one run, or of several, have said. */
export interface QualityReport {
  /** Whether none has failed, of whatever importance. */
  readonly passed: boolean;
  /** In the order in which they ran. */
  readonly checks: readonly NodeCheck[];
  readonly failed: readonly NodeCheck[];
}

/**
 * Gathers what validators say: `onCheck` is the option of that name for `execute`, and `report` tells
 * what it has been told so far, also after a run that has failed.
 *
 * ```ts
 * import { Builder, collectChecks, node } from "icosian";
 * import * as self from "./checked.flow.js";
 *
 * export const spend = node({ check: { positive: (x: number) => x > 0 } }, (budget: number): number => budget / 2);
 *
 * const { onCheck, report } = collectChecks();
 * new Builder().withModules(self).build().executeSync(["spend"], { inputs: { budget: -10 }, onCheck });
 * report().failed.map(({ node, name, sample }) => ({ node, name, sample })); // => [{ node: "spend", name: "positive", sample: -5 }]
 * ```
 */
export function collectChecks(): { readonly onCheck: (check: NodeCheck) => void; readonly report: () => QualityReport } {
  const checks: NodeCheck[] = [];
  return {
    onCheck: (check) => void checks.push(check),
    report: () => {
      const failed = checks.filter(({ passed }) => !passed);
      return { passed: failed.length === 0, checks: [...checks], failed };
    },
  };
}
