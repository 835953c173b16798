/** What the plugin looks at: of a file that is no dataflow, its text, and its syntax at most once. */
import path from "node:path";
import icosian from "icosian/transformer";
import ts from "typescript";
import { DEFAULTS, FIXTURES } from "./compile";

const TEXTS = {
  "prices.flow.ts": "export function net(): number { return 100; }\nexport function gross(net: number): number { return net * 1.2; }\n",
  "plain.ts": "export function add(a: number, b: number): number { return [a, b].reduce((sum, each) => sum + each); }\n",
  "jobs.ts": "export class Job { execute(names: string[]): number { return names.length; } }\nexport const done = new Job().execute(['a']);\n",
  "app.ts": 'import { Builder } from "icosian";\nimport * as prices from "./prices.flow";\nnew Builder().withModules(prices).build().executeSync(["gross"]);\n',
};

test.each([false, true])("incremental: %s: no file that is no dataflow is walked twice, and none that mentions no driver at all", (incremental) => {
  const walks = walksOf(incremental);
  expect(Object.fromEntries(Object.keys(TEXTS).map((name) => [name, walks.get(name) ?? 0]))).toEqual({
    "prices.flow.ts": expect.any(Number),
    "plain.ts": 0,
    "jobs.ts": 1,
    "app.ts": 1,
  });
});

/** Modules with generic nodes and inputs that several types make, and a driver of each. */
function manyTexts(count: number): Record<string, string> {
  const texts: Record<string, string> = {};
  for (let index = 0; index < count; index++) {
    texts[`m${index}.flow.ts`] = "export function net(row: { a: number }): number { return row.a; }\nexport function all<T>(net: T): T[] { return [net]; }\nexport function gross(all: number[], row: { b: number }): number { return all.length + row.b; }\n";
    texts[`app${index}.ts`] = `import { Builder } from "icosian";\nimport * as flow from "./m${index}.flow";\nnew Builder().withModules(flow).build().executeSync(["gross"], { inputs: { row: { a: 1, b: 2 } } });\n`;
  }
  return texts;
}

test("how often the project is looked at anew does not hang on how many modules and drivers it has", () => {
  const looks = [1, 3, 9].map((count) => programsOf(manyTexts(count)));
  expect(looks[0]).toBeGreaterThan(0);
  expect(looks[0]).toBeLessThanOrEqual(5);
  expect(new Set(looks).size).toBe(1);
});

/** How many programs the plugin creates, told by the compiler that it is given. */
function programsOf(texts: Readonly<Record<string, string>>): number {
  let programs = 0;
  const createProgram = ((...args: Parameters<typeof ts.createProgram>) => (programs++, ts.createProgram(...args))) as typeof ts.createProgram;
  check(texts, false, { ...ts, createProgram });
  return programs;
}

/** How often the plugin goes through the children of each file, told by the compiler that it is given. */
function walksOf(incremental: boolean): ReadonlyMap<string, number> {
  const walks = new Map<string, number>();
  const watched = {
    ...ts,
    forEachChild: ((node, visit, visitAll) => {
      if (ts.isSourceFile(node)) walks.set(path.basename(node.fileName), (walks.get(path.basename(node.fileName)) ?? 0) + 1);
      return ts.forEachChild(node, visit, visitAll);
    }) as typeof ts.forEachChild,
  };
  check(TEXTS, incremental, watched);
  return walks;
}

/** Checks files given as text, with the plugin under a compiler of its own. */
function check(given: Readonly<Record<string, string>>, incremental: boolean, compiler: typeof ts): void {
  const { options } = ts.convertCompilerOptionsFromJson({ ...DEFAULTS, incremental, noEmit: true }, FIXTURES);
  const host = ts.createCompilerHost(options);
  const texts = new Map(Object.entries(given).map(([name, text]) => [path.join(FIXTURES, name), text]));
  const { readFile, fileExists } = host;
  host.readFile = (file) => texts.get(file) ?? readFile(file);
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  const created = ts.createProgram({ rootNames: [...texts.keys()], options, host });
  const program = icosian(created, host, {}, { ts: compiler }) as ts.Program;
  expect(ts.formatDiagnostics(program.getSemanticDiagnostics(), host)).toBe("");
}
