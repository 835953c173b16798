/** TypeScript 7 finds in the fixtures what 6.0.3 finds, in the same words, and writes the same manifests. */
import { ENTRIES } from "./entries";
import { fixturesSeenBy, type SeenFixture } from "./fixtures-seen-by";
import { NATIVE_ENTRIES } from "./native-entries";

/** Where TypeScript 7's own words differ from those of 6. */
const OTHER_WORDS: Readonly<Record<string, (finding: string) => string>> = {
  // What TypeScript leaves out of a union with `...` depends on the order that it prints the union in.
  "requests/wrong-values": (finding) => finding.replace(`'"net" | "gross"'`, `'"gross" | "net"'`),
  "node/subdag-inputs-packaged": (finding) => finding.replace(`'"net" | "gross"'`, `'"gross" | "net"'`),
  "node/check-mismatch": withoutOverloads,
  "node/pipe-mismatch": withoutOverloads,
  "types/very-long-mismatch": (finding) => finding.replace(/^( +Type ').* \.\.\. \d+ more \.\.\. .*(' is not)/gm, "$1…$2"),
};

/** Of a call that no overload matches, TypeScript 7 tells about the last one alone. */
function withoutOverloads(finding: string): string {
  return finding.replace(/(No overload matches this call\.)[^]*/, "$1");
}

/** Under `-b`, TypeScript up to 6 stops at an error without a place, such as that of a wrong option of ours; 7 goes on. */
const STOPPED_BEFORE = "options/modules-of-wrong-type";

let reference: Readonly<Record<string, SeenFixture>>;
beforeAll(async () => {
  reference = await fixturesSeenBy(ENTRIES.find(({ name }) => name === "icosian tsc, 6.0.3")!);
});

test("the reference sees something", () => {
  const all = Object.values(reference);
  expect(all.flatMap(({ findings }) => findings).length).toBeGreaterThan(100);
  expect(all.flatMap(({ manifests }) => Object.keys(manifests)).length).toBeGreaterThan(80);
});

describe.each(NATIVE_ENTRIES)("$name", (entry) => {
  let seen: Readonly<Record<string, SeenFixture>>;
  beforeAll(async () => {
    seen = await fixturesSeenBy(entry);
  });

  test("finds the same, at the same places, in the same words", () => {
    expect(findingsIn(seen)).toEqual(findingsIn(reference));
  });

  test("writes the same manifests, byte for byte", () => {
    expect(manifestsIn(seen)).toEqual(manifestsIn(reference));
  });
});

function findingsIn(all: Readonly<Record<string, SeenFixture>>): Readonly<Record<string, readonly string[]>> {
  return mapped(all, ({ findings }, name) => (name === STOPPED_BEFORE ? [] : findings.map(OTHER_WORDS[name] ?? ((each) => each))));
}

function manifestsIn(all: Readonly<Record<string, SeenFixture>>): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return mapped(all, ({ manifests }) => manifests);
}

function mapped<T>(all: Readonly<Record<string, SeenFixture>>, change: (seen: SeenFixture, name: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(all).map(([name, seen]) => [name, change(seen, name)]));
}
