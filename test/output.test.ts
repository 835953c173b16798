/** What is written: the manifest beside the output, in every module system; all else as plain tsc writes it. */
import path from "node:path";
import type { Manifest } from "icosian";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { compileTexts } from "./compile";
import { compileFolder } from "./compile-folder";
import { temporaryProject, type TemporaryProject, TSPC } from "./temporary-project";

const NODE = "/** @returns {number} */\nexport const a = () => 1;\n";
const projects: TemporaryProject[] = [];
afterAll(() => projects.forEach((each) => each.remove()));

function project(files: Readonly<Record<string, string>>, options: object = {}): TemporaryProject {
  const plugins = [{ name: "icosian", transform: "icosian/transformer", transformProgram: true }];
  const compilerOptions = { module: "nodenext", moduleResolution: "nodenext", allowJs: true, rootDir: "src", jsx: "react", jsxFactory: "h", ...options, plugins };
  const created = temporaryProject({ "tsconfig.json": JSON.stringify({ compilerOptions, include: ["src"] }), ...files });
  projects.push(created);
  return created;
}

/** Compiles without a complaint, and writes the output. */
function build(flow: TemporaryProject, plugin?: false): ReadonlyMap<string, string> {
  const { diagnostics, outputs } = compileFolder(flow.folder, plugin);
  expect(diagnostics.map(({ messageText }) => messageText)).toEqual([]);
  flow.write(Object.fromEntries(outputs));
  return outputs;
}

const KINDS = {
  "src/a.flow.ts": NODE,
  "src/b.flow.mts": NODE,
  "src/c.flow.cts": NODE,
  "src/d.flow.tsx": NODE,
  "src/e.flow.js": NODE,
  "src/f.flow.jsx": NODE,
  "src/deep/g.flow.ts": NODE,
  "src/plain.ts": NODE,
};

describe.each([
  ["ES modules", "module"],
  ["CommonJS", "commonjs"],
])("%s", (_, type) => {
  test("each module exports what stands in the file beside it", async () => {
    const flow = project({ ...KINDS, "package.json": JSON.stringify({ type }) });
    const outputs = build(flow);
    const modules = ["a.flow.js", "b.flow.mjs", "c.flow.cjs", "d.flow.js", "e.flow.js", "f.flow.js", "deep/g.flow.js"];
    const manifests = modules.map((each) => each.replace(/\.\w+$/, ".manifest.json"));
    expect([...outputs.keys()].sort()).toEqual([...modules, ...manifests, "plain.js"].map((each) => `out/${each}`).sort());
    flow.write({ "print.mjs": `for (const each of ${JSON.stringify(modules)}) console.log(JSON.stringify((await import("./out/" + each)).$manifest()));\n` });
    const { code, output } = await flow.run(path.join(flow.folder, "print.mjs"));
    expect([code, output.trim().split("\n").map((line) => JSON.parse(line) as unknown)]).toEqual([0, manifests.map((each) => JSON.parse(flow.read(`out/${each}`)) as unknown)]);
    expect(JSON.parse(flow.read("out/deep/g.flow.manifest.json"))).toMatchObject({ manifestVersion: 1, module: "g.flow", source: "../../src/deep/g.flow.ts" });
    expect(JSON.parse(flow.read("out/b.flow.manifest.json"))).toMatchObject({ module: "b.flow", source: "../src/b.flow.mts" });
  });

  test("a module that hands itself on before its last line has run has its manifest there", async () => {
    const self = 'import * as self from "./self.flow.js";\nexport const a = (): number => 1;\ndeclare const console: { log(text: string): void };\nconst own = self as unknown as { $manifest(): { nodes: { name: string }[] } };\nconsole.log(own.$manifest().nodes.map(({ name }) => name).join());\nexport const b = (a: number): number => a;\n';
    const flow = project({ "src/self.flow.ts": self, "package.json": JSON.stringify({ type }) });
    build(flow);
    expect(await flow.run(path.join(flow.folder, "out/self.flow.js"))).toEqual({ code: 0, output: "a,b\n" });
  });
});

test("without outDir the manifest stands beside the source", () => {
  const flow = project({ "src/a.flow.ts": NODE, "src/b.flow.mts": NODE }, { allowJs: false, outDir: null });
  build(flow);
  expect(flow.files().filter((each) => each.startsWith("src"))).toEqual(["src/a.flow.js", "src/a.flow.manifest.json", "src/a.flow.ts", "src/b.flow.manifest.json", "src/b.flow.mjs", "src/b.flow.mts"]);
  expect(JSON.parse(flow.read("src/a.flow.manifest.json"))).toMatchObject({ source: "a.flow.ts" });
});

test("with jsx preserved the manifest still has the module's name", () => {
  const flow = project(KINDS, { jsx: "preserve", jsxFactory: null });
  build(flow);
  expect(flow.files()).toEqual(expect.arrayContaining(["out/d.flow.jsx", "out/d.flow.manifest.json", "out/f.flow.jsx", "out/f.flow.manifest.json"]));
});

test("a script, which exports nothing, is left as it is", async () => {
  const script = "var answer = 42;\n";
  const flow = project({ "src/script.flow.ts": script, "src/empty.flow.ts": "export {};\n" }, { module: "commonjs", moduleResolution: "bundler" });
  build(flow);
  expect(await flow.run(path.join(flow.folder, "out/script.flow.js"))).toEqual({ code: 0, output: "" });
  expect(JSON.parse(flow.read("out/empty.flow.manifest.json"))).toMatchObject({ nodes: [], inputs: [] });
});

test("the files that were written are listed", async () => {
  const flow = project({ "src/a.flow.ts": NODE }, { types: [] });
  const { output } = await flow.run(TSPC, "--listEmittedFiles", "--pretty", "false");
  expect(output.trim().split("\n").map((line) => path.basename(line))).toEqual(["a.flow.js", "a.flow.manifest.json"]);
});

test("what is no dataflow, and every declaration, is as plain TypeScript writes it", () => {
  const plain = "/** Kept */\nexport enum Colour { Red }\nexport class Model<T> { #secret = 1; constructor(readonly x: T) {} get(): number { return this.#secret; } }\nexport const a = async (): Promise<number> => (await import('./a.flow.js')).a();\n";
  const files = { ...KINDS, "src/plain.ts": plain, "src/more.cts": "export = { a: 1 };\n", "src/other.flow.ts": `${plain}export * from './a.flow.js';\n`.replace("a = async", "c = async") };
  const flow = project(files, { declaration: true, declarationMap: true, sourceMap: true });
  const [ours, theirs] = [build(flow), build(flow, false)];
  expect([...ours.keys()].filter((each) => !each.endsWith(".manifest.json"))).toEqual([...theirs.keys()]);
  const isDataflow = (file: string): boolean => file.includes(".flow.") && !file.includes(".d.");
  for (const [file, text] of theirs) {
    if (!isDataflow(file)) expect(ours.get(file)).toBe(text);
    // Of a dataflow module, all that is new is its last function.
    else if (!file.endsWith(".map")) {
      const known = text.split("\n");
      const added = ours.get(file)!.split("\n").filter((line) => !known.includes(line));
      expect(added.filter((line) => !line.includes("$manifest"))).toEqual([]);
    }
  }
});

test("source maps lead from what runs to where it was written", () => {
  const source = "interface Erased { a: number }\n\n/** Doc */\nexport const first = (x: number): number => x;\nexport function second(first: number): number {\n  return first + marker;\n}\nconst marker = 1;\n";
  for (const module of ["esnext", "commonjs"]) {
    const { outputs } = compileTexts({ "a.flow.ts": source }, { compilerOptions: { module, sourceMap: true } });
    const map = new TraceMap(outputs.get("out/a.flow.js.map")!);
    const lines = outputs.get("out/a.flow.js")!.split("\n");
    for (const text of ["first + marker", "marker = 1", "(x) => x"]) {
      const line = lines.findIndex((each) => each.includes(text));
      const found = originalPositionFor(map, { line: line + 1, column: lines[line]!.indexOf(text) });
      const original = source.split("\n")[found.line! - 1]!.slice(found.column!);
      expect([text, found.source, original.startsWith(text.slice(0, 2))]).toEqual([text, "../a.flow.ts", true]);
    }
  }
});

test("same source, same bytes: twice, and in another folder; and no path of this machine", () => {
  const files = { ...KINDS, "src/types.flow.ts": 'import type { Row } from "./row.js";\nexport const row = (module: typeof import("./row.js")): Row => module.row;\nexport * from "./a.flow.js";\n', "src/row.ts": "export class Row { a = 1 }\nexport const row = new Row();\n" };
  const [one, two] = [project(files), project(files)];
  const first = [...build(one)];
  expect([...build(two)]).toEqual(first);
  expect([...build(one)]).toEqual(first);
  expect(first.filter(([, text]) => text.includes(one.folder) || text.includes(path.basename(one.folder)))).toEqual([]);
  const types = JSON.parse(one.read("out/types.flow.manifest.json")) as Manifest;
  expect(types.nodes.map(({ name, location: { file } }) => [name, file])).toEqual([["row", undefined], ["a", "../src/a.flow.ts"]]);
});
