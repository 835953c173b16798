/** Where a value stands: linked upwards, so that going down costs one object. */
export interface Path {
  readonly parent: Path | undefined;
  readonly key: string | number;
}

export interface Mismatch {
  readonly path: Path | undefined;
  readonly expected: string;
  readonly got: string;
}

/** The keys from the root down. */
export function pathKeys(path: Path | undefined): (string | number)[] {
  const keys = [];
  for (let at = path; at !== undefined; at = at.parent) keys.push(at.key);
  return keys.reverse();
}

/**
 * The mismatches of the branch that the value was most likely meant for: among those refuted only
 * deeper inside, the one with no literal property refuted (a `kind`), or else with the fewest
 * mismatches. Nothing if the choice stays open; the alternatives tell more then.
 */
export function closestBranch(path: Path | undefined, refuted: readonly Mismatch[][]): Mismatch[] | undefined {
  const inside = refuted.filter((mismatches) => mismatches.every((mismatch) => mismatch.path !== path));
  if (inside.length <= 1) return inside[0];
  const kindred = inside.filter((mismatches) => !mismatches.some((mismatch) => isLiteralOf(path, mismatch)));
  const candidates = kindred.length > 0 ? kindred : inside;
  const fewest = Math.min(...candidates.map((mismatches) => mismatches.length));
  const closest = candidates.filter((mismatches) => mismatches.length === fewest);
  return closest.length === 1 ? closest[0] : undefined;
}

/** Whether a property right below `path` should have been a literal and is another value. */
function isLiteralOf(path: Path | undefined, mismatch: Mismatch): boolean {
  return mismatch.path?.parent === path && /^(["\d-]|true|false)/.test(mismatch.expected);
}
