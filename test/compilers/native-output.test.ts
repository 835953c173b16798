/** What `icosian tsc` over TypeScript 7 writes: the manifest, and all else as tsc itself writes it. */
import fs from "node:fs";
import path from "node:path";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import type { Manifest } from "icosian";
import { type CompilerProject, projectFor, tsconfigFor } from "./entries";
import { NATIVE_ENTRIES, type NativeEntry, plainTsc } from "./native-entries";

const NODE = "/** @returns {number} */\nexport const a = () => 1;\n";
const KINDS = {
  "src/a.flow.ts": NODE,
  "src/b.flow.mts": NODE,
  "src/c.flow.cts": NODE,
  "src/d.flow.tsx": NODE,
  "src/e.flow.js": NODE,
  "src/deep/g.flow.ts": NODE,
  "src/plain.ts": "export const plain = 1;\n",
};
const SELF = 'import * as self from "./self.flow.js";\nexport const a = (): number => 1;\ndeclare const console: { log(text: string): void };\nconst own = self as unknown as { $manifest(): { nodes: { name: string }[] } };\nconsole.log(own.$manifest().nodes.map(({ name }) => name).join());\nexport const b = (a: number): number => a;\n';

const projects: CompilerProject[] = [];
afterAll(() => projects.forEach((each) => each.remove()));

function project(entry: NativeEntry, files: Readonly<Record<string, string>>, options: Readonly<Record<string, unknown>> = {}): CompilerProject {
  const tsconfig = tsconfigFor(entry, { rootDir: "src", allowJs: true, jsx: "react", jsxFactory: "h", sourceMap: true, declaration: true, ...options });
  const created = projectFor(entry, { "tsconfig.json": tsconfig, ...files });
  projects.push(created);
  return created;
}

describe.each(NATIVE_ENTRIES)("$name", (entry) => {
  describe.each(["module", "commonjs"])("type %s", (type) => {
    test.concurrent("each module exports what stands in the file beside it", async () => {
      const flow = project(entry, { ...KINDS, "package.json": JSON.stringify({ type }) });
      expect(await flow.compile()).toEqual({ code: 0, output: "" });
      const modules = ["a.flow.js", "b.flow.mjs", "c.flow.cjs", "d.flow.js", "e.flow.js", "deep/g.flow.js"];
      flow.write({ "print.mjs": `for (const each of ${JSON.stringify(modules)}) console.log(JSON.stringify((await import("./out/" + each)).$manifest()));\n` });
      const { output } = await flow.run(path.join(flow.folder, "print.mjs"));
      const manifests = modules.map((each) => flow.read(`out/${each.replace(/\.\w+$/, ".manifest.json")}`));
      expect(output.trim().split("\n").map((line) => JSON.parse(line) as Manifest)).toEqual(manifests.map((text) => JSON.parse(text) as Manifest));
    });

    test.concurrent("a module that hands itself on before its last line has run has its manifest there", async () => {
      const flow = project(entry, { "src/self.flow.ts": SELF, "package.json": JSON.stringify({ type }) });
      expect(await flow.compile()).toEqual({ code: 0, output: "" });
      expect(await flow.run(path.join(flow.folder, "out/self.flow.js"))).toEqual({ code: 0, output: "a,b\n" });
    });

    test.concurrent.each([{}, { inlineSourceMap: true, sourceMap: null }, { newLine: "crlf" }, { removeComments: true }])("with %s, all but the manifest is as tsc writes it", async (options) => {
      const ours = project(entry, { ...KINDS, "package.json": JSON.stringify({ type }) }, options);
      const theirs = project(entry, { ...KINDS, "package.json": JSON.stringify({ type }) }, options);
      expect(await ours.compile()).toEqual({ code: 0, output: "" });
      await theirs.run(plainTsc(entry.toolchain));
      const written = ours.files().filter((each) => each.startsWith("out") && !each.endsWith(".manifest.json"));
      expect(written).toEqual(theirs.files().filter((each) => each.startsWith("out")));
      expect(written.length).toBeGreaterThan(12);
      for (const file of written) expect([file, withoutManifest(ours.read(file))]).toEqual([file, theirs.read(file)]);
      expect(ours.read("out/plain.js")).toBe(theirs.read("out/plain.js"));
      expect(ours.read("out/a.flow.js")).not.toBe(theirs.read("out/a.flow.js"));
    });
  });

  test.concurrent("source maps lead to where the source has it", async () => {
    const flow = project(entry, { "src/a.flow.ts": `${SELF.replace("self.flow", "a.flow")}export const c = (): never => { throw new Error("here"); };\n` }, { module: "commonjs", moduleResolution: "bundler" });
    expect(await flow.compile()).toEqual({ code: 0, output: "" });
    const lines = flow.read("out/a.flow.js").split("\n");
    const line = lines.findIndex((each) => each.includes("here"));
    const map = new TraceMap(flow.read("out/a.flow.js.map"));
    expect(originalPositionFor(map, { line: line + 1, column: lines[line]!.indexOf("throw") })).toMatchObject({ line: 7, column: 32 });
  });

  test.concurrent("what an earlier build wrote without us is made whole, and what is whole is not written again", async () => {
    const flow = project(entry, KINDS, { incremental: true, tsBuildInfoFile: "out/info" });
    await flow.run(plainTsc(entry.toolchain));
    expect(flow.read("out/a.flow.js")).not.toContain("$manifest");
    await flow.compile();
    expect(flow.read("out/a.flow.js")).toContain("$manifest");
    const stamp = (): number => fs.statSync(path.join(flow.folder, "out/a.flow.js")).mtimeMs;
    const before = stamp();
    await flow.compile();
    expect(stamp()).toBe(before);
  });

  test.concurrent("without outDir the manifest stands beside the source", async () => {
    const flow = project(entry, { "src/a.flow.ts": NODE, "src/b.flow.mts": NODE }, { outDir: null, allowJs: false, sourceMap: false, declaration: false });
    expect(await flow.compile()).toEqual({ code: 0, output: "" });
    expect(flow.files().filter((each) => each.startsWith("src"))).toEqual(["a.flow.js", "a.flow.manifest.json", "a.flow.ts", "b.flow.manifest.json", "b.flow.mjs", "b.flow.mts"].map((each) => `src/${each}`));
  });

  test.concurrent("with jsx preserved the manifest still has the module's name", async () => {
    const flow = project(entry, KINDS, { jsx: "preserve", jsxFactory: null });
    await flow.compile();
    expect(flow.files()).toEqual(expect.arrayContaining(["out/d.flow.jsx", "out/d.flow.manifest.json"]));
    expect(flow.read("out/d.flow.jsx")).toContain("$manifest");
  });
});

function withoutManifest(text: string): string {
  return text.replace(/^(?:export )?function \$manifest\(\) .*\r?\n/m, "").replace(" exports.$manifest = $manifest;", "");
}
