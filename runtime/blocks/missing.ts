/** Stands for the value of a node that has failed, or has not run for that. */
export const MISSING = Symbol("missing");

/** What was kept of a block where it is missing for some of the items: one can go through it, and not collect it. */
export class Gaps {
  /** `MISSING` stands in the gaps. */
  constructor(readonly list: readonly unknown[]) {}
}

export function isMissing(value: unknown): boolean {
  return value === MISSING || value instanceof Gaps;
}
