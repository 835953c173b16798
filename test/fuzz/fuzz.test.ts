/**
 * Odd modules by the thousand: whatever stands in a file, the plugin throws nothing, ends, leaves TypeScript's own
 * errors as they are, and says nothing of code that is no dataflow. `SEED` makes others.
 */
import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import ts from "typescript";
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

type Texts = Readonly<Record<string, string>>;
type Codes = ReadonlyMap<string, readonly number[]>;

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
  const { codes, dataflows } = survivors(texts);
  const told = [...codes].flatMap(([name, list]) => list.filter(isOurs).map((code) => ({ name, code })));
  expect(told.filter(({ name }) => !dataflows.has(name))).toEqual([]);
  // An `any` that comes of what TypeScript has told of already is not told of again.
  expect(told.filter(({ name, code }) => UNWRITTEN.includes(code) && codes.get(name)!.some((each) => !isOurs(each)))).toEqual([]);
}

/** None where TypeScript itself fails, without the plugin as with it. */
function survivors(texts: Texts): { codes: Codes; dataflows: ReadonlySet<string> } {
  try {
    const program = programOf(texts);
    return { codes: codesByFile(program, texts), dataflows: dataflowFiles(program, texts) };
  } catch (error) {
    expect(() => codesByFile(programOf(texts, {}, false), texts)).toThrow(error as Error);
    return { codes: new Map(), dataflows: new Set() };
  }
}

/** As tsc asks: for TypeScript's own errors first. */
function expectOwnErrorsAlone(modules: readonly string[]): void {
  const texts = Object.fromEntries(modules.map((text, index) => [`m${index}.flow.ts`, text]));
  const own = [...codesByFile(programOf(texts, { noEmit: true }), texts)].map(([name, list]) => [name, list.filter((code) => !isOurs(code))] as const);
  expect(new Map(own)).toEqual(codesByFile(programOf(texts, { noEmit: true }, false), texts));
}

function programOf(texts: Texts, compilerOptions: object = {}, plugin: object | false = {}): ts.Program {
  return compileTexts(texts, { compilerOptions: { target: "esnext", ...compilerOptions }, plugin }).program;
}

/** What tsc would not ask for behind an error of syntax, an editor does. Files that are no texts of ours stand under their whole path. */
function codesByFile(program: ts.Program, texts: Texts): Codes {
  const found = new Map<string, number[]>(Object.keys(texts).map((name) => [name, []]));
  for (const { file, code } of program.getSemanticDiagnostics()) {
    const name = nameOf(file!, texts);
    found.set(name, [...(found.get(name) ?? []), code]);
  }
  return found;
}

function nameOf({ fileName }: ts.SourceFile, texts: Texts): string {
  return Object.hasOwn(texts, path.basename(fileName)) ? path.basename(fileName) : fileName;
}

function isOurs(code: number): boolean {
  return code >= 72000 && code <= 72999;
}

/** Those that others may import. */
const COMPOSED = /^m[0-6]\./;

/** Modules by their names, those that are composed or re-export such a one, files that compose, and where that stands which a dataflow exports or names outside of functions. */
function dataflowFiles(program: ts.Program, texts: Texts): ReadonlySet<string> {
  const checker = program.getTypeChecker();
  const files = program.getSourceFiles().filter((file) => {
    const name = nameOf(file, texts);
    return Object.hasOwn(texts, name) && (name.includes(".flow.") || COMPOSED.test(name) || /\bBuilder\b|\bwith(?:Modules|Config|Adapters)\b|allowModuleOverrides|export\s*\*/.test(texts[name]!));
  });
  const exported = files.flatMap((file) => {
    const module = checker.getSymbolAtLocation(file);
    return module ? checker.getExportsOfModule(module) : [];
  });
  const named = files.flatMap(identifiersIn).flatMap((each) => (ts.isShorthandPropertyAssignment(each.parent) ? checker.getShorthandAssignmentValueSymbol(each.parent) : checker.getSymbolAtLocation(each)) ?? []);
  const declarations = [...exported, ...named].flatMap((each) => (each.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(each) : each).declarations ?? []);
  const origins = declarations.map((each) => each.getSourceFile()).filter((file) => !file.isDeclarationFile);
  return new Set([...files, ...origins].map((file) => nameOf(file, texts)));
}

/** Those outside of functions. */
function identifiersIn(file: ts.SourceFile): ts.Identifier[] {
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) found.push(node);
    else if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
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
