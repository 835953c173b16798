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
 * import { Builder, collectChecks } from "icosian";
 * import * as vat from "./vat.flow.js";
 *
 * const { onCheck, report } = collectChecks();
 * new Builder().withModules(vat).build().executeSync(["tax"], { inputs: { net: 100 }, onCheck });
 * report(); // => { passed: true, checks: [], failed: [] }
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
