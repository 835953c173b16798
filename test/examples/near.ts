/** Equal but for 1e-9 in the numbers. */
export function near(actual: unknown, expected: unknown): void {
  expect(rounded(actual, expected)).toEqual(expected);
}

/** `actual` with `expected`'s numbers where the two differ by no more than rounding. */
function rounded(actual: unknown, expected: unknown): unknown {
  if (typeof actual === "number" && typeof expected === "number") {
    return Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)) ? expected : actual;
  }
  if (Array.isArray(actual) && Array.isArray(expected)) return actual.map((each, index) => rounded(each, expected[index]));
  if (typeof actual !== "object" || typeof expected !== "object" || actual === null || expected === null) return actual;
  return Object.fromEntries(Object.entries(actual).map(([key, value]) => [key, rounded(value, (expected as Record<string, unknown>)[key])]));
}
