/** Which conditions can hold together: held against all configs of a small world, one by one. */
import fc from "fast-check";
import { canHold } from "../transformer/2-analyze/conditions";
import type { Condition, ConfigLiteral } from "../runtime/manifest";

const KEYS = ["region", "tier", "level"];
const VALUES: readonly ConfigLiteral[] = ["us", 1, true, null];

const values = fc.uniqueArray(fc.constantFrom(...VALUES), { maxLength: 3 });
const condition: fc.Arbitrary<Condition> = fc
  .record({ key: fc.constantFrom(...KEYS), values, isIn: fc.boolean() })
  .map(({ key, values, isIn }) => (isIn ? { key, in: values } : { key, notIn: values }));
const conditions = fc.array(condition, { maxLength: 4 });

/** `undefined` for a key that is not there; "other" for a value that no condition speaks of. */
const CONFIGS = KEYS.reduce<Record<string, ConfigLiteral | undefined>[]>(
  (configs, key) => configs.flatMap((config) => [...VALUES, "other", undefined].map((value) => ({ ...config, [key]: value }))),
  [{}],
);

/** As Hamilton has it: a key that is not there is none of any values. */
function holds(conditions: readonly Condition[], config: Record<string, ConfigLiteral | undefined>): boolean {
  return conditions.every((each) => {
    const value = config[each.key];
    return "in" in each ? value !== undefined && each.in.includes(value) : value === undefined || !each.notIn.includes(value);
  });
}

test("conditions can hold where there is a config in which they do, and none of the others", () => {
  fc.assert(
    fc.property(conditions, fc.array(conditions, { maxLength: 3 }), (all, none) => {
      const expected = CONFIGS.some((config) => holds(all, config) && !none.some((each) => holds(each, config)));
      expect(canHold(all, none)).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});

test("many variants that leave nothing between them are no burden", () => {
  const digits = [1, 2, 3];
  const all = ["a", "b", "c", "d"].map((key): Condition => ({ key, in: digits }));
  const none = digits.flatMap((a) => digits.flatMap((b) => digits.flatMap((c) => digits.map((d): Condition[] => [{ key: "a", in: [a] }, { key: "b", in: [b] }, { key: "c", in: [c] }, { key: "d", in: [d] }]))));
  expect(canHold(all, none)).toBe(false);
  expect(canHold(all, none.slice(1))).toBe(true);
});

test("the world is large enough to tell", () => {
  expect(canHold([{ key: "region", in: ["us"] }], [])).toBe(true);
  expect(canHold([{ key: "region", in: ["us"] }, { key: "region", notIn: ["us"] }], [])).toBe(false);
  expect(canHold([], [[{ key: "region", in: ["us"] }], [{ key: "region", notIn: ["us"] }]])).toBe(false);
});
