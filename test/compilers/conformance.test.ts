/**
 * The fixtures, as every compiler sees them through its own entry: `fixtures.test.ts` holds them on
 * TypeScript 6.0.3 against what is expected, and here the others are held against that.
 */
import { ENTRIES } from "./entries";
import { fixturesSeenBy, type SeenFixture } from "./fixtures-seen-by";

const REFERENCE = "tspc of ts-patch 4.0.1, 6.0.3";
const HELD = ENTRIES.filter(({ name, isLate }) => name !== REFERENCE && !isLate).map(({ name }) => name);

/** Before 5.6 no export has a name that is no identifier, and no `Uint8Array` a type argument; and an error without a place names no fixture. */
const APART = /^(?:exports\/odd-names(?:-mismatch)?|types\/no-schemas|options\/(?:unknown|modules-of-wrong-type|modules-of-wrong-elements))$/;

type Seen = Readonly<Record<string, SeenFixture>>;

let reference: Seen;
beforeAll(async () => {
  reference = await seenBy(REFERENCE);
});

test("the reference sees something", () => {
  const all = Object.values(reference);
  expect(all.flatMap(({ findings }) => findings).length).toBeGreaterThan(100);
  expect(all.flatMap(({ manifests }) => Object.keys(manifests)).length).toBeGreaterThan(50);
});

describe.each(HELD)("%s", (name) => {
  let seen: Seen;
  beforeAll(async () => {
    seen = await seenBy(name);
  });

  const isOld = /4\.9|5\.4/.test(name);

  test("finds the same, at the same places", () => {
    const comparable = (all: Seen): object => mapped(all, (fixture, { findings }) => (isOld && APART.test(fixture) ? [] : findings.map(placeAndCode)));
    expect(comparable(seen)).toEqual(comparable(reference));
  });

  test("writes the same manifests, byte for byte", () => {
    // Before 5.6, `-b` writes nothing of a project that has an error.
    const isComparable = (fixture: string): boolean => !isOld || (!APART.test(fixture) && !seen[fixture]!.isErroneous);
    const comparable = (all: Seen): object => mapped(all, (fixture, { manifests }) => (isComparable(fixture) ? manifests : {}));
    expect(comparable(seen)).toEqual(comparable(reference));
    expect(Object.values(comparable(seen)).flatMap((manifests) => Object.keys(manifests as object)).length).toBeGreaterThan(40);
  });
});

function seenBy(name: string): Promise<Seen> {
  return fixturesSeenBy(ENTRIES.find((each) => each.name === name)!);
}

/** The words are each version's own. */
function placeAndCode(finding: string): string {
  return /^.+\(\d+,\d+\): error TS\d+/.exec(finding)![0];
}

function mapped(all: Seen, change: (fixture: string, seen: SeenFixture) => unknown): object {
  return Object.fromEntries(Object.entries(all).map(([fixture, seen]) => [fixture, change(fixture, seen)]));
}
