/**
 * The tables of mistakes and of what is right though it looks odd, as every compiler sees them through its own entry:
 * `mistakes-table` holds them on TypeScript 6.0.3 against TypeScript itself, and here the others are held against that.
 */
import { PARTS } from "../mistakes-table/legal-modules";
import { MODULES } from "../mistakes-table/modules";
import { framed, LEGAL, MISTAKES, SURROUNDINGS } from "../mistakes-table/request-files";
import { mended, mistaken } from "../mistakes-table/rows";
import { ENTRIES, type Entry, projectFor } from "./entries";
import { NATIVE_ENTRIES } from "./native-entries";
import { optionsFor } from "./options-for";

const together = [...MISTAKES.filter(({ isAlone }) => !isAlone).flatMap(({ text }) => [mistaken(text), mended(text)]), ...LEGAL.map(({ text }) => text)];
const alone = MISTAKES.filter(({ isAlone }) => isAlone).flatMap(({ text }) => [mistaken(text), mended(text)]);

/** Projects by folder, each its files by name. */
const PROJECTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  modules: { "parts.ts": PARTS, ...Object.fromEntries(MODULES.map(({ module, text }) => [`${module}.ts`, text])) },
  requests: { ...SURROUNDINGS, ...Object.fromEntries(together.map((text, index) => [`row${index}.ts`, framed(text)])) },
  ...Object.fromEntries(alone.map((text, index) => [`alone${index}`, { ...SURROUNDINGS, "row.ts": framed(text) }])),
};

/** What 4.9 does not take yet: one file that does not parse hides what is said of all others, and to a mutable tuple `as const` was given in vain. */
const isTooNew = (text: string, { toolchain }: Entry): boolean => toolchain === "4.9" && /<const [A-Z]|export type \*|: \[1, 2\] as const/.test(text);

const REFERENCE = "tspc of ts-patch 4.0.1, 6.0.3";
const HELD = [...ENTRIES.filter(({ name, isLate }) => name !== REFERENCE && !isLate), ...NATIVE_ENTRIES];

let reference: ReadonlyMap<string, readonly string[]>;
beforeAll(async () => {
  reference = await errorsBy(ENTRIES.find(({ name }) => name === REFERENCE)!);
});

test("the reference finds every mistake, and nothing else", () => {
  for (const { kind, module } of MODULES) expect([module, reference.get(`modules/${module}.ts`)?.length ?? 0]).toEqual([module, kind === "mistaken" ? 1 : 0]);
});

test.each(HELD)("$name finds the same, at the same places", async (entry) => {
  const seen = await errorsBy(entry);
  expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(reference));
});

/** By file, `line,column TScode` of all that is said of it, in order. */
async function errorsBy(entry: Entry): Promise<ReadonlyMap<string, readonly string[]>> {
  const project = projectFor(entry, filesFor(entry));
  try {
    const { output } = await project.compile("-b", "--pretty", "false", ...Object.keys(PROJECTS));
    const errors = new Map<string, string[]>();
    for (const [, file, place, code] of output.matchAll(/^(\S+)\((\d+,\d+)\): error (TS\d+): /gm)) errors.set(file!, [...(errors.get(file!) ?? []), `${place} ${code}`].sort());
    return errors;
  } finally {
    project.remove();
  }
}

function filesFor(entry: Entry): Record<string, string> {
  return Object.fromEntries(
    Object.entries(PROJECTS).flatMap(([folder, files]) => [
      [`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions: optionsFor(entry), exclude: ["out"] })],
      ...Object.entries(files).flatMap(([name, text]) => (isTooNew(text, entry) ? [] : [[`${folder}/${name}`, text]])),
    ]),
  );
}
