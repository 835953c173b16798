/** Requests and compositions are compiled and run: what the compiler refuses, the runtime refuses too, and what it lets pass runs. */
import path from "node:path";
import vm from "node:vm";
import * as icosian from "icosian";
import ts from "typescript";
import { type Compilation, compileTexts } from "../compile";
import { byFile } from "./by-file";
import { framed, LEGAL, MISTAKES, SURROUNDINGS } from "./request-files";
import { mended, mistaken } from "./rows";

interface Compiled {
  /** The codes of its own file; those elsewhere too where it was compiled alone. */
  readonly told: readonly string[];
  run(): Promise<unknown>;
}

const together = [...MISTAKES.filter(({ isAlone }) => !isAlone).flatMap(({ text }) => [mistaken(text), mended(text)]), ...LEGAL.map(({ text }) => text)];
const compiled = compileTogether(together);

test("there are enough", () => {
  expect(MISTAKES.length).toBeGreaterThanOrEqual(60);
  expect(LEGAL.length).toBeGreaterThanOrEqual(60);
});

test.each(MISTAKES)("$row, mistaken", async ({ text, codes, onlyTypes, isAlone }) => {
  const { told, run } = isAlone ? compileAlone(mistaken(text)) : compiled.get(mistaken(text))!;
  expect(told).toEqual(codes.map((code) => expect.stringMatching(new RegExp(`^TS${code}: `))));
  if (onlyTypes) await run();
  else await expect(run()).rejects.toBeInstanceOf(icosian.IcosianError);
});

test.each(MISTAKES)("$row, mended", async ({ text, isAlone }) => {
  const { told, run } = isAlone ? compileAlone(mended(text)) : compiled.get(mended(text))!;
  expect(told).toEqual([]);
  await run();
});

test.each(LEGAL)("legal: $row", async ({ text }) => {
  const { told, run } = compiled.get(text)!;
  expect(told).toEqual([]);
  await run();
});

function compileTogether(texts: readonly string[]): ReadonlyMap<string, Compiled> {
  const files = Object.fromEntries(texts.map((text, index) => [`row${index}.ts`, framed(text)]));
  const compilation = compileFiles(files);
  const errors = byFile(compilation);
  return new Map(texts.map((text, index) => [text, { told: (errors.get(`row${index}.ts`) ?? []).map(told), run: () => run(compilation, `row${index}.js`) }]));
}

function compileAlone(text: string): Compiled {
  const compilation = compileFiles({ "row.ts": framed(text) });
  return { told: compilation.diagnostics.map(told), run: () => run(compilation, "row.js") };
}

function compileFiles(files: Readonly<Record<string, string>>): Compilation {
  return compileTexts({ ...SURROUNDINGS, ...files }, { compilerOptions: { module: "commonjs" } });
}

function told({ code, messageText }: ts.Diagnostic): string {
  return `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
}

/** Runs a compiled CommonJS module, and those that it requires. */
async function run({ outputs }: Compilation, name: string): Promise<unknown> {
  const modules = new Map<string, object>();
  return (load(name) as { run(): Promise<unknown> }).run();

  function load(file: string): object {
    const known = modules.get(file);
    if (known) return known;
    const exports = {};
    modules.set(file, exports);
    const require = (specifier: string): object => (specifier === "icosian" ? icosian : load(specifier.replace("./", "")));
    vm.runInThisContext(`(exports, require) => {${outputs.get(path.join("out", file))}\n}`)(exports, require);
    return exports;
  }
}
