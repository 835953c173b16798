/** `icosian tsc` over TypeScript 7 in every mode: what a caller sees is what tsc would tell of an error of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { BAD, GOOD, has, MESSAGE, outcome, project, removeProjects } from "./mode-project";
import { NATIVE_ENTRIES } from "./native-entries";
import { settling } from "./settling";

const otherError = (file: string): string => `${file}.ts(1,14): error TS2322: Type 'string' is not assignable to type 'number'.`;

const watching: ChildProcess[] = [];
afterAll(() => {
  watching.forEach((each) => each.kill("SIGTERM"));
  removeProjects();
});

describe.each(NATIVE_ENTRIES)("$name", (entry) => {
  const { nothingWritten } = entry;

  test.concurrent.each([
    { args: [], bad: 2, writes: true },
    { args: ["--noEmit"], bad: nothingWritten, writes: false },
    { args: ["--noEmitOnError"], bad: nothingWritten, writes: false },
    { args: ["--declaration", "--emitDeclarationOnly"], bad: 2, writes: false },
  ])("plain $args", async ({ args, bad, writes }) => {
    const flow = project(entry, BAD);
    expect(await outcome(flow, ...args)).toBe(`${bad} told`);
    expect([has(flow, "flow.flow.js"), has(flow, "flow.flow.manifest.json")]).toEqual([writes, writes]);
    flow.write({ "flow.flow.ts": GOOD });
    expect(await outcome(flow, ...args)).toBe("0 silent");
    if (args.length === 0) expect(JSON.parse(flow.read("out/flow.flow.manifest.json"))).toMatchObject({ nodes: [{ name: "a", type: "number" }, { name: "b" }] });
  });

  test.concurrent("with noEmitOnError a clean build writes all", async () => {
    const flow = project(entry, GOOD, { noEmitOnError: true });
    expect(await outcome(flow)).toBe("0 silent");
    expect([has(flow, "flow.flow.js"), has(flow, "flow.flow.manifest.json")]).toEqual([true, true]);
  });

  test.concurrent("our errors stand among TypeScript's own, by place", async () => {
    const flow = project(entry, BAD);
    const wrong = (name: string): string => `export const ${name}: number = 'x';\n`;
    flow.write({ "apex.ts": wrong("apex"), "other.ts": wrong("other"), "zero.ts": wrong("zero"), "zero2.flow.ts": BAD });
    const { code, output } = await flow.compile("--pretty", "false");
    expect([code, output.trim().split("\n")]).toEqual([2, [otherError("apex"), ...MESSAGE.split("\n"), otherError("other"), otherError("zero"), ...MESSAGE.replace("flow.flow", "zero2.flow").split("\n")]]);
  });

  test.concurrent("pretty: in tsc's own form, counted in its summary", async () => {
    const flow = project(entry, BAD);
    flow.write({ "other.ts": "export const other: number = 'x';\n" });
    const { output } = await flow.compile("--pretty");
    expect(output).toBe(PRETTY);
    flow.write({ "other.ts": "export const other = 1;\n" });
    expect((await flow.compile("--pretty")).output.split("\n").slice(-4)).toEqual(["", "Found 1 error in flow.flow.ts\u001b[90m:3\u001b[0m", "", ""]);
  });

  test.concurrent("an error of syntax is told alone", async () => {
    const flow = project(entry, BAD);
    flow.write({ "other.ts": "export const other: = 1;\n" });
    expect(await outcome(flow)).toBe("2 other.ts(1,21): error TS1110: Type expected.");
  });

  test.concurrent.each([[[]], [["--noEmit"]]])("incremental %s: bad, again, mended, another file, bad, another file, mended", async (args) => {
    const flow = project(entry, BAD, { incremental: true, tsBuildInfoFile: "out/info" });
    const outcomes = [await outcome(flow, ...args), await outcome(flow, ...args)];
    for (const change of [{ "flow.flow.ts": GOOD }, { "other.ts": "export const other = 2;\n" }, { "flow.flow.ts": BAD }, { "other.ts": "export const other = 3;\n" }, { "flow.flow.ts": GOOD }]) {
      flow.write(change);
      outcomes.push(await outcome(flow, ...args));
    }
    const bad = `${args.length > 0 ? nothingWritten : 2} told`;
    expect(outcomes).toEqual([bad, bad, "0 silent", "0 silent", bad, bad, "0 silent"]);
    if (args.length === 0) expect(flow.read("out/flow.flow.js")).toContain("function $manifest()");
  });

  test.concurrent.each([
    ["composite", { composite: true }],
    ["plain", {}],
  ])("-b, %s: bad, again, mended, again, bad", async (_, options) => {
    const flow = project(entry, BAD, options);
    const outcomes = [await outcome(flow, "-b"), await outcome(flow, "-b")];
    flow.write({ "flow.flow.ts": GOOD });
    outcomes.push(await outcome(flow, "-b"), await outcome(flow, "-b"));
    flow.write({ "flow.flow.ts": BAD });
    outcomes.push(await outcome(flow, "-b"));
    expect(outcomes).toEqual(["2 told", "2 told", "0 silent", "0 silent", "2 told"]);
  });

  test.concurrent("-b with noEmitOnError leaves nothing of a project that has errors, and builds it once they are mended", async () => {
    const flow = project(entry, BAD, { composite: true, noEmitOnError: true });
    const { code } = await flow.compile("-b");
    expect([code, flow.files().filter((each) => each.startsWith("out"))]).toEqual([nothingWritten, []]);
    flow.write({ "flow.flow.ts": GOOD });
    expect([await outcome(flow, "-b"), has(flow, "flow.flow.js"), has(flow, "flow.flow.manifest.json")]).toEqual(["0 silent", true, true]);
  });

  test.concurrent("-b looks at a project that includes files beside an empty list of them, and not at one that only references others", async () => {
    const flow = project(entry, BAD, { composite: true });
    const config = JSON.parse(flow.read("tsconfig.json")) as object;
    const lib = { compilerOptions: { composite: true, rootDir: ".", outDir: "../out/lib", types: [] }, files: ["lib.ts"] };
    const outer = { ...config, files: [], include: ["*.ts"], references: [{ path: "./lib" }] };
    flow.write({ "lib/lib.ts": "export const lib = 1;\n", "lib/tsconfig.json": JSON.stringify(lib), "tsconfig.json": JSON.stringify(outer) });
    expect(await outcome(flow, "-b")).toBe("2 told");
    flow.write({ "tsconfig.json": JSON.stringify({ ...outer, include: undefined }) });
    expect(await outcome(flow, "-b")).toBe("0 silent");
  });

  test.concurrent("options of the command line hold for the analysis as well", async () => {
    const flow = project(entry, "export const a = (): number | undefined => 1;\nexport const b = (a: number): number => a;\n");
    expect(await outcome(flow, "--noEmit")).toContain("error TS72201");
    expect(await outcome(flow, "--noEmit", "--strict", "false")).toBe("0 silent");
    expect(await outcome(flow, "-p", ".", "--outDir", "elsewhere", "--strict", "false")).toBe("0 silent");
    expect(flow.files().filter((each) => each.includes("manifest"))).toEqual(["elsewhere/flow.flow.manifest.json"]);
  });

  test.concurrent("files named on the command line", async () => {
    const flow = project(entry, BAD);
    expect(await outcome(flow, "flow.flow.ts", "--ignoreConfig", "--module", "nodenext", "--noEmit")).toBe(`${nothingWritten} told`);
  });

  test.concurrent.each([
    { args: ["--watch"], options: {} },
    { args: ["--watch"], options: { noEmitOnError: true } },
    { args: ["-b", "--watch"], options: {} },
  ])("$args $options: bad, mended, another file, bad, another file", async ({ args, options }) => {
    const flow = project(entry, BAD, options);
    // 7.0.2's own watcher sees nothing of a folder as close to the root as the system's temporary ones are.
    for (const file of ["tsconfig.json", "types.ts", "flow.flow.ts", "other.ts"]) flow.write({ [`deep/er/${file}`]: flow.read(file) });
    const [script, ...command] = entry.command;
    const child = spawn(process.execPath, [path.join(flow.folder, "node_modules", script!), ...command, ...args, "--pretty", "false", "--preserveWatchOutput"], { cwd: path.join(flow.folder, "deep/er") });
    watching.push(child);
    const settled = settling(child);
    const isWritten = (name: string): boolean => flow.files().includes(`deep/er/out/${name}`);
    await settled(1, () => {});
    expect(isWritten("flow.flow.js")).toBe(!("noEmitOnError" in options));
    await settled(0, () => flow.write({ "deep/er/flow.flow.ts": GOOD }));
    await settled(0, () => flow.write({ "deep/er/other.ts": "export const other = 2;\n" }));
    await settled(1, () => flow.write({ "deep/er/flow.flow.ts": BAD }));
    await settled(1, () => flow.write({ "deep/er/other.ts": "export const other = 3;\n" }));
    child.kill("SIGTERM");
    expect([isWritten("flow.flow.js"), isWritten("flow.flow.manifest.json")]).toEqual([true, true]);
  });

  test.concurrent.each([["--version"], ["--help"], ["--showConfig"]])("%s is tsc's own", async (flag) => {
    const flow = project(entry, BAD);
    const { code, output } = await flow.compile(flag);
    expect(code).toBe(0);
    expect(output).toContain({ "--version": "Version 7.", "--help": "tsc", "--showConfig": '"compilerOptions"' }[flag]);
  });

  test.concurrent.each([[{}], [[null, {}]], [5]])("references that are %j are tsc's to object to", async (references) => {
    const flow = project(entry, BAD);
    const config = JSON.parse(flow.read("tsconfig.json")) as object;
    flow.write({ "tsconfig.json": JSON.stringify({ ...config, references }) });
    const { output } = await flow.compile("--noEmit", "--pretty", "false");
    expect(output).toContain(MESSAGE);
    expect(output).not.toMatch(/^ +at /m);
  });

  test.concurrent("where there is no project, tsc says so", async () => {
    const flow = project(entry, BAD);
    expect(await outcome(flow, "-p", "nowhere")).toMatch(/^[12] error TS5058/);
  });
});

const PRETTY = `[96mflow.flow.ts[0m:[93m3[0m:[93m19[0m - [91merror[0m[90m TS72201: [0mThe result of 'a' cannot be passed to parameter 'a' of 'b'.
  Type 'number' is not assignable to type 'string'.

[7m3[0m export const b = (a: string): number => +a;
[7m [0m [91m                  ~[0m

  [96mflow.flow.ts[0m:[93m2[0m:[93m14[0m - 'a' is declared here, with type 'number'.
    [7m2[0m export const a = (): Value => 1 as never;
    [7m [0m [96m             ~[0m

[96mother.ts[0m:[93m1[0m:[93m14[0m - [91merror[0m[90m TS2322: [0mType 'string' is not assignable to type 'number'.

[7m1[0m export const other: number = 'x';
[7m [0m [91m             ~~~~~[0m


Found 2 errors in 2 files.

Errors  Files
     1  flow.flow.ts[90m:3[0m
     1  other.ts[90m:1[0m

`.replace(/\[(\d+)m/g, "\u001b[$1m");
