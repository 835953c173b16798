/** Errors reach whoever runs the compiler, however it is run: each row in processes of its own, with the exit codes that tsc has. */
import fs from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { watchErrors } from "./watch-errors";
import { temporaryProject, type TemporaryProject, TSPC } from "./temporary-project";

jest.setTimeout(300_000);

const PLUGINS = [{ name: "icosian", transform: "icosian/transformer", transformProgram: true }];
const GOOD = "import type { Value } from './types.js';\nexport const a = (): Value => 1 as never;\nexport const b = (a: number): number => a;\n";
const BAD = GOOD.replace("(a: number): number", "(a: string): string");
const MESSAGE = "flow.flow.ts(3,19): error TS72201: The result of 'a' cannot be passed to parameter 'a' of 'b'.\n  Type 'number' is not assignable to type 'string'.";

const projects: TemporaryProject[] = [];
afterAll(() => projects.forEach((each) => each.remove()));

function project(flow: string, options: Readonly<Record<string, unknown>> = {}, packages?: string[]): TemporaryProject {
  const files = { "flow.flow.ts": flow, "types.ts": "export type Value = number;\n", "other.ts": "export const other = 1;\n", "tsconfig.json": tsconfig(options) };
  const created = temporaryProject(files, packages);
  projects.push(created);
  return created;
}

function tsconfig({ plugins = PLUGINS, ...options }: { readonly plugins?: readonly object[]; readonly [option: string]: unknown }): string {
  const compilerOptions = { target: "es2022", lib: ["es2022"], types: [], module: "es2022", moduleResolution: "bundler", strict: true, skipLibCheck: true, outDir: "out", rootDir: ".", ...options, plugins };
  return JSON.stringify({ compilerOptions, exclude: ["node_modules", "out"] });
}

/** Runs tspc, and says what a caller sees: its exit code, and whether it told the one thing that is wrong. */
async function outcome({ run }: TemporaryProject, ...args: string[]): Promise<string> {
  return told(await run(TSPC, ...args, "--pretty", "false"));
}

function told({ code, output }: { code: number; output: string }): string {
  const text = output.trim();
  return `${code} ${text === "" ? "silent" : text === MESSAGE ? "told" : text}`;
}

const has = ({ files }: TemporaryProject, name: string): boolean => files().includes(path.join("out", name));

describe.each([
  { args: [], bad: "2 told", writes: true },
  { args: ["--noEmit"], bad: "2 told", writes: false },
  { args: ["--noEmitOnError"], bad: "1 told", writes: false },
  { args: ["--declaration", "--emitDeclarationOnly"], bad: "2 told", writes: false },
  { args: ["--isolatedModules"], bad: "2 told", writes: true },
  { args: ["--declaration", "--isolatedDeclarations"], bad: "2 told", writes: true },
])("tspc $args", ({ args, bad, writes }) => {
  test.concurrent(`bad: ${bad}`, async () => {
    const flow = project(BAD);
    expect(await outcome(flow, ...args)).toBe(bad);
    expect([has(flow, "flow.flow.js"), has(flow, "flow.flow.manifest.json")]).toEqual([writes, writes]);
  });

  test.concurrent("good: 0, and silent", async () => {
    const flow = project(GOOD);
    expect(await outcome(flow, ...args)).toBe("0 silent");
    const written = !args.includes("--noEmit") && !args.includes("--emitDeclarationOnly");
    expect([has(flow, "flow.flow.js"), has(flow, "flow.flow.manifest.json")]).toEqual([written, written]);
  });
});

describe("incremental", () => {
  test.concurrent.each([[], ["--noEmit"]])("tells it each time, and stops when it is mended: %s", async (...args) => {
    const flow = project(BAD, { incremental: true, tsBuildInfoFile: "out/info" });
    const outcomes: string[] = [];
    const step = async (files: Record<string, string> = {}): Promise<void> => {
      flow.write(files);
      outcomes.push(await outcome(flow, ...args));
    };
    await step();
    await step();
    await step({ "flow.flow.ts": GOOD });
    await step({ "other.ts": "export const other = 2;\n" });
    await step({ "flow.flow.ts": BAD });
    await step({ "other.ts": "export const other = 3;\n" });
    await step({ "flow.flow.ts": GOOD });
    // Asked again for the same with nothing to emit, tsc exits with 1 for errors of its own as well.
    const again = args.length > 0 ? "1 told" : "2 told";
    expect(outcomes).toEqual(["2 told", again, "0 silent", "0 silent", "2 told", "2 told", "0 silent"]);
  });

  test.concurrent("an imported type changes so that it breaks, and back", async () => {
    const flow = project(GOOD, { incremental: true, tsBuildInfoFile: "out/info" });
    const outcomes = [await outcome(flow)];
    for (const type of ["string", "string", "number"]) {
      flow.write({ "types.ts": `export type Value = ${type};\n` });
      outcomes.push(await outcome(flow));
    }
    expect(outcomes.map((each) => each.slice(0, 1))).toEqual(["0", "2", "2", "0"]);
    expect(outcomes[2]).toContain("Type 'string' is not assignable to type 'number'.");
    expect(JSON.parse(flow.read("out/flow.flow.manifest.json"))).toMatchObject({ nodes: [{ name: "a", type: "number" }, { name: "b" }] });
  });

  test.concurrent("modules that do not import each other, joined by a barrel, when only the producer changes", async () => {
    const flow = project(GOOD, { incremental: true, tsBuildInfoFile: "out/info" });
    const producer = (type: string): Record<string, string> => ({ "p.flow.ts": `export const p = (): ${type} => 1 as never;\n` });
    flow.write({ ...producer("number"), "c.flow.ts": "export const c = (p: number): number => p;\n", "index.ts": "export * from './p.flow.js';\nexport * from './c.flow.js';\n" });
    const outcomes: string[] = [];
    for (const type of ["number", "string", "string", "number"]) {
      flow.write(producer(type));
      outcomes.push(await outcome(flow));
    }
    expect(outcomes.map((each) => each.slice(0, 1))).toEqual(["0", "2", "2", "0"]);
    expect(outcomes[1]).toContain("c.flow.ts(1,19): error TS72201");
  });

  test.concurrent("the plugin comes to a clean tsbuildinfo, and leaves again", async () => {
    const options = { incremental: true, tsBuildInfoFile: "out/info" };
    const flow = project(BAD, { ...options, plugins: [] });
    expect(await outcome(flow)).toBe("0 silent");
    flow.write({ "tsconfig.json": tsconfig(options) });
    expect(await outcome(flow)).toBe("2 told");
    flow.write({ "flow.flow.ts": GOOD });
    expect(await outcome(flow)).toBe("0 silent");
    expect(flow.read("out/flow.flow.js")).toContain("$manifest");
    flow.write({ "tsconfig.json": tsconfig({ ...options, plugins: [] }) });
    expect(await outcome(flow)).toBe("0 silent");
    expect(flow.read("out/flow.flow.js")).not.toContain("$manifest");
  });
});

describe("build mode", () => {
  test.concurrent.each([
    ["composite", { composite: true }],
    ["plain", {}],
    ["incremental", { incremental: true }],
  ])("%s: bad, again, mended, again, bad", async (_, options) => {
    const flow = project(BAD, options);
    const outcomes = [await outcome(flow, "-b"), await outcome(flow, "-b")];
    flow.write({ "flow.flow.ts": GOOD });
    outcomes.push(await outcome(flow, "-b"), await outcome(flow, "-b"));
    flow.write({ "flow.flow.ts": BAD });
    outcomes.push(await outcome(flow, "-b"));
    expect(outcomes).toEqual(["1 told", "1 told", "0 silent", "0 silent", "1 told"]);
  });

  test.concurrent("--noEmit: bad, again, mended", async () => {
    const flow = project(BAD);
    const outcomes = [await outcome(flow, "-b", "--noEmit"), await outcome(flow, "-b", "--noEmit")];
    flow.write({ "flow.flow.ts": GOOD });
    outcomes.push(await outcome(flow, "-b", "--noEmit"));
    expect(outcomes).toEqual(["1 told", "1 told", "0 silent"]);
    expect(fs.existsSync(path.join(flow.folder, "out/flow.flow.js"))).toBe(false);
  });
});

describe("watch mode", () => {
  test.concurrent.each([[["--watch"]], [["-b", "--watch"]], [["--watch", "--incremental"]]])("%j: bad, mended, another file, bad, another file", async (args) => {
    const flow = project(BAD);
    const next = watchErrors(flow.start(TSPC, ...args, "--pretty", "false", "--preserveWatchOutput"));
    const counts = [await next()];
    for (const change of [{ "flow.flow.ts": GOOD }, { "other.ts": "export const other = 2;\n" }, { "flow.flow.ts": BAD }, { "other.ts": "export const other = 3;\n" }]) {
      // `-b` says that it watches a moment before it does.
      await delay(500);
      flow.write(change);
      counts.push(await next());
    }
    expect(counts).toEqual([1, 0, 0, 1, 1]);
  });
});

test.concurrent("plain tsc, once ts-patch has patched it", async () => {
  const flow = project(BAD, {}, ["icosian", "ts-patch", "picomatch"]);
  const copy = path.join(flow.folder, "node_modules/typescript");
  fs.cpSync(fs.realpathSync(path.join(__dirname, "../node_modules/typescript")), copy, { recursive: true });
  const tsc = path.join(copy, "bin/tsc");
  expect(told(await flow.run(tsc, "--pretty", "false"))).toBe("0 silent");
  const patch = await flow.run(path.join(__dirname, "../node_modules/ts-patch/bin/ts-patch.js"), "install");
  expect(patch.code).toBe(0);
  expect(told(await flow.run(tsc, "--pretty", "false"))).toBe("2 told");
  flow.write({ "flow.flow.ts": GOOD });
  expect(told(await flow.run(tsc, "--pretty", "false"))).toBe("0 silent");
  expect(has(flow, "flow.flow.manifest.json")).toBe(true);
});
