/**
 * The fixtures, as every compiler sees them through its own entry: `fixtures.test.ts` holds them on
 * TypeScript 6.0.3 against what is expected, and here the others are held against that.
 */
import fs from "node:fs";
import path from "node:path";
import { FIXTURES } from "../compile";
import { type CompilerProject, ENTRIES, type Entry, projectFor } from "./entries";

const REFERENCE = "tspc of ts-patch 4.0.1, 6.0.3";
const HELD = ["icosian tsc, 4.9.5", "icosian tsc, 5.4.5", "icosian tsc, 5.9.3", "icosian tsc, 6.0.3", "tspc of ts-patch 3.3.0, 5.9.3", "ttsc of ttypescript 1.5.15 with our preload, 4.9.5"];

/** Before 5.6 no export has a name that is no identifier, and no `Uint8Array` a type argument; and an error without a place names no fixture. */
const APART = /^(?:exports\/odd-names(?:-mismatch)?|types\/no-schemas|options\/(?:unknown|modules-of-wrong-type|modules-of-wrong-elements))\//;

interface Seen {
  /** `file(line,column): error code` of each of our findings, in order. */
  readonly findings: readonly string[];
  readonly manifests: Readonly<Record<string, string>>;
  /** The fixtures with an error, whoever reports it. */
  readonly erroneous: ReadonlySet<string>;
}

let reference: Seen;
beforeAll(async () => {
  reference = await seenBy(entryOf(REFERENCE));
});

test("the reference sees something", () => {
  expect(reference.findings.length).toBeGreaterThan(100);
  expect(Object.keys(reference.manifests).length).toBeGreaterThan(50);
});

describe.each(HELD)("%s", (name) => {
  let seen: Seen;
  beforeAll(async () => {
    seen = await seenBy(entryOf(name));
  });

  const isOld = /4\.9|5\.4/.test(name);

  test("finds the same, at the same places", () => {
    const comparable = ({ findings }: Seen): readonly string[] => findings.filter((each) => !isOld || !APART.test(each));
    expect(comparable(seen)).toEqual(comparable(reference));
  });

  test("writes the same manifests, byte for byte", () => {
    // Before 5.6, `-b` writes nothing of a project that has an error.
    const isComparable = (file: string): boolean => !isOld || (!APART.test(file) && !seen.erroneous.has(fixtureOf(file)));
    const comparable = ({ manifests }: Seen): object => Object.fromEntries(Object.entries(manifests).filter(([file]) => isComparable(file)));
    expect(comparable(seen)).toEqual(comparable(reference));
    expect(Object.keys(comparable(seen)).length).toBeGreaterThan(40);
  });
});

function entryOf(name: string): Entry {
  return ENTRIES.find((each) => each.name === name)!;
}

/** Builds all fixtures in one run of `-b`, each a project of its own. */
async function seenBy(entry: Entry): Promise<Seen> {
  const project = projectFor(entry, {});
  try {
    const folders = fixtureFolders();
    for (const folder of folders) copyFixture(folder, project, entry);
    const { output } = await project.compile("-b", "--pretty", "false", ...folders);
    const errors = output.split("\n").flatMap((line) => /^(?:.+\(\d+,\d+\): )?error TS\d+(?=: )/.exec(line)?.[0] ?? []);
    return {
      // Files come in the order of each compiler's own.
      findings: errors.filter((each) => /TS72\d{3}$/.test(each)).sort(),
      erroneous: new Set(errors.map(fixtureOf)),
      manifests: Object.fromEntries(project.files().filter((file) => /[\\/]out[\\/].*\.manifest\.json$/.test(file)).map((file) => [file, project.read(file)])),
    };
  } finally {
    project.remove();
  }
}

function fixtureOf(place: string): string {
  return place.split("/").slice(0, 2).join("/");
}

function fixtureFolders(): string[] {
  const folders = (parent: string): string[] => fs.readdirSync(parent, { withFileTypes: true }).filter((each) => each.isDirectory()).map(({ name }) => name);
  return folders(FIXTURES).flatMap((subject) => folders(path.join(FIXTURES, subject)).map((name) => `${subject}/${name}`));
}

/** With a tsconfig that says what `compile-folder.ts` assumes, in words that every version knows. */
function copyFixture(name: string, project: CompilerProject, { needsEntry, toolchain }: Entry): void {
  const folder = path.join(project.folder, name);
  fs.cpSync(path.join(FIXTURES, name), folder, { recursive: true });
  fs.rmSync(path.join(folder, "expected"), { recursive: true, force: true });
  const file = path.join(folder, "tsconfig.json");
  const { compilerOptions: { plugins: [plugin = {}] = [], ...own } = {}, ...config } = (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {}) as { compilerOptions?: { plugins?: object[]; moduleResolution?: string } };
  const defaults = { target: "es2022", lib: ["es2022"], types: [], strict: true, skipLibCheck: true, newLine: "lf", outDir: "out", rootDir: "." };
  // 'bundler' came with 5.0.
  const resolution = toolchain === "4.9" ? { module: "esnext", moduleResolution: "node" } : { module: "esnext", moduleResolution: "bundler" };
  const options = { ...defaults, ...resolution, ...own, ...(own.moduleResolution === "bundler" && resolution) };
  const entry = { ...plugin, name: "icosian", transform: "icosian/transformer", transformProgram: true };
  const hasEntry = needsEntry || Object.keys(plugin).length > 0;
  fs.writeFileSync(file, JSON.stringify({ exclude: ["out", "node_modules"], ...config, compilerOptions: { ...options, ...(hasEntry && { plugins: [entry] }) } }));
}
