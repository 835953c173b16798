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

/** How often the plugin goes through the children of each file, told by the compiler that it is given. */
function walksOf(incremental: boolean): ReadonlyMap<string, number> {
  const { options } = ts.convertCompilerOptionsFromJson({ ...DEFAULTS, incremental, noEmit: true }, FIXTURES);
  const host = ts.createCompilerHost(options);
  const texts = new Map(Object.entries(TEXTS).map(([name, text]) => [path.join(FIXTURES, name), text]));
  const { readFile, fileExists } = host;
  host.readFile = (file) => texts.get(file) ?? readFile(file);
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  const walks = new Map<string, number>();
  const watched = {
    ...ts,
    forEachChild: ((node, visit, visitAll) => {
      if (ts.isSourceFile(node)) walks.set(path.basename(node.fileName), (walks.get(path.basename(node.fileName)) ?? 0) + 1);
      return ts.forEachChild(node, visit, visitAll);
    }) as typeof ts.forEachChild,
  };
  const given = ts.createProgram({ rootNames: [...texts.keys()], options, host });
  const program = icosian(given, host, {}, { ts: watched }) as ts.Program;
  expect(ts.formatDiagnostics(program.getSemanticDiagnostics(), host)).toBe("");
  return walks;
}
