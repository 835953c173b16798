/**
 * Odd modules by the thousand: whatever stands in a file, the plugin throws nothing, ends, leaves TypeScript's own
 * errors as they are, and says nothing of code that is no dataflow. `SEED` makes others.
 */
import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { compileTexts, FIXTURES } from "../compile";
import { mutated, seeded } from "./mutation";
import { oddModule } from "./odd-modules";

const SEED = Number(process.env["SEED"] ?? 1);
const BATCH = 125;
const MUTATED = 32;
const OWN = 4;
const GRAMMATICAL = 10;
/** The codes of types that nobody wrote. */
const UNWRITTEN = [72109, 72110];

const ROOT = path.join(__dirname, "../..");
const SOURCES = sourcesBelow(FIXTURES, path.join(ROOT, "examples"), path.join(ROOT, "dist/runtime"), path.join(ROOT, "node_modules/fast-check/lib"), path.join(ROOT, "node_modules/@types/jest"));

test("there are sources to start from", () => {
  expect(SOURCES.length).toBeGreaterThan(300);
});

test.each(numbers(MUTATED))("real sources, mutated: batch %d", (batch) => {
  const pick = seeded(SEED * 1000 + batch);
  survive(numbers(BATCH).map(() => mutated(SOURCES[pick(SOURCES.length)]!, SOURCES, pick)));
});

test.each(numbers(OWN))("real sources, mutated, keep TypeScript's own errors: batch %d", (batch) => {
  const pick = seeded(SEED * 1000 + 500 + batch);
  expectOwnErrorsAlone(numbers(BATCH).map(() => mutated(SOURCES[pick(SOURCES.length)]!, SOURCES, pick)));
});

test.each(numbers(GRAMMATICAL))("every form of declaration: batch %d", (batch) => {
  survive(fc.sample(oddModule, { seed: SEED * 1000 + batch, numRuns: BATCH }));
});

/** Half of them are dataflow modules, by their names. All is emitted, whatever is wrong with it. */
function survive(modules: readonly string[]): void {
  const texts = Object.fromEntries(modules.map((text, index) => [index % 2 === 0 ? `m${index}.flow.ts` : `m${index}.ts`, text]));
  const codes = survivors(texts);
  const told = [...codes].flatMap(([name, list]) => list.filter(isOurs).map((code) => ({ name, code })));
  expect(told.filter(({ name }) => !isDataflow(name, texts))).toEqual([]);
  // An `any` that comes of what TypeScript has told of already is not told of again.
  expect(told.filter(({ name, code }) => UNWRITTEN.includes(code) && codes.get(name)!.some((each) => !isOurs(each)))).toEqual([]);
}

/** None where TypeScript itself fails, without the plugin as with it. */
function survivors(texts: Readonly<Record<string, string>>): ReadonlyMap<string, readonly number[]> {
  try {
    return codesByFile(texts);
  } catch (error) {
    expect(() => codesByFile(texts, {}, false)).toThrow(error as Error);
    return new Map();
  }
}

/** As tsc asks: for TypeScript's own errors first. */
function expectOwnErrorsAlone(modules: readonly string[]): void {
  const texts = Object.fromEntries(modules.map((text, index) => [`m${index}.flow.ts`, text]));
  const own = [...codesByFile(texts, { noEmit: true })].map(([name, list]) => [name, list.filter((code) => !isOurs(code))] as const);
  expect(new Map(own)).toEqual(codesByFile(texts, { noEmit: true }, false));
}

/** What tsc would not ask for behind an error of syntax, an editor does. */
function codesByFile(texts: Readonly<Record<string, string>>, compilerOptions: object = {}, plugin: object | false = {}): ReadonlyMap<string, readonly number[]> {
  const { program } = compileTexts(texts, { compilerOptions: { target: "esnext", ...compilerOptions }, plugin });
  const found = new Map<string, number[]>(Object.keys(texts).map((name) => [name, []]));
  for (const { file, code } of program.getSemanticDiagnostics()) found.get(path.basename(file!.fileName))!.push(code);
  return found;
}

function isOurs(code: number): boolean {
  return code >= 72000 && code <= 72999;
}

/** Those that others may import. */
const COMPOSED = /^m[0-6]\./;

/** A module by its name, one that is composed or re-exports such a one, or a file that composes. */
function isDataflow(name: string, texts: Readonly<Record<string, string>>): boolean {
  return name.includes(".flow.") || COMPOSED.test(name) || /\bwith(?:Modules|Config|Adapters)\b|allowModuleOverrides|export\s*\*/.test(texts[name]!);
}

function sourcesBelow(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) => {
    const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile() && /\.[cm]?tsx?$/.test(each.name));
    const texts = entries.map((each) => fs.readFileSync(path.join(each.parentPath, each.name), "utf8"));
    return texts.filter(({ length }) => length < 8000);
  });
}

function numbers(count: number): number[] {
  return [...Array(count).keys()];
}
