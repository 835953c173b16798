/** Every way of running every compiler, in every mode: what a caller sees is what tsc would tell of an error of its own. */
import path from "node:path";
import { type CompilerProject, ENTRIES, type Entry, projectFor, tsconfigFor } from "./entries";
import { settling } from "./settling";

const GOOD = "import type { Value } from './types.js';\nexport const a = (): Value => 1 as never;\nexport const b = (a: number): number => a;\n";
const BAD = GOOD.replace("(a: number): number => a", "(a: string): number => +a");
const MESSAGE = "flow.flow.ts(3,19): error TS72201: The result of 'a' cannot be passed to parameter 'a' of 'b'.\n  Type 'number' is not assignable to type 'string'.";
const OTHER_ERROR = "other.ts(1,14): error TS2322: Type 'string' is not assignable to type 'number'.";

const projects: CompilerProject[] = [];
afterAll(() => projects.forEach((each) => each.remove()));

function project(entry: Entry, flow: string, options: Readonly<Record<string, unknown>> = {}): CompilerProject {
  const files = { "flow.flow.ts": flow, "types.ts": "export type Value = number;\n", "other.ts": "export const other = 1;\n", "tsconfig.json": tsconfigFor(entry, options) };
  const created = projectFor(entry, files);
  projects.push(created);
  return created;
}

async function outcome({ compile }: CompilerProject, ...args: string[]): Promise<string> {
  const { code, output } = await compile(...args, "--pretty", "false");
  const text = output.trim();
  return `${code} ${text === "" ? "silent" : text === MESSAGE ? "told" : text}`;
}

const has = ({ files }: CompilerProject, name: string): boolean => files().includes(path.join("out", name));

describe.each(ENTRIES)("$name", (entry) => {
  test.concurrent.each([
    { args: [], bad: "2 told", writes: true },
    { args: ["--noEmit"], bad: "2 told", writes: false },
    { args: ["--noEmitOnError"], bad: "1 told", writes: false },
    { args: ["--declaration", "--emitDeclarationOnly"], bad: "2 told", writes: false },
  ])("plain $args", async ({ args, bad, writes }) => {
    const flow = project(entry, BAD);
    expect(await outcome(flow, ...args)).toBe(bad);
    expect([has(flow, "flow.flow.js"), has(flow, "flow.flow.manifest.json")]).toEqual([writes, writes]);
    flow.write({ "flow.flow.ts": GOOD });
    expect(await outcome(flow, ...args)).toBe("0 silent");
    if (args.length === 0) expect(JSON.parse(flow.read("out/flow.flow.manifest.json"))).toMatchObject({ nodes: [{ name: "a", type: "number" }, { name: "b" }] });
  });

  test.concurrent.each(entry.isLate ? [[]] : [[], ["--noEmit"]])("incremental %s: bad, again, mended, another file, bad, another file, mended", async (...args) => {
    const flow = project(entry, BAD, { incremental: true, tsBuildInfoFile: "out/info" });
    const outcomes = [await outcome(flow, ...args), await outcome(flow, ...args)];
    for (const change of [{ "flow.flow.ts": GOOD }, { "other.ts": "export const other = 2;\n" }, { "flow.flow.ts": BAD }, { "other.ts": "export const other = 3;\n" }, { "flow.flow.ts": GOOD }]) {
      flow.write(change);
      outcomes.push(await outcome(flow, ...args));
    }
    // Where there is nothing to write, tsc says 1 of an error of its own as well.
    const again = args.length > 0 ? "1 told" : "2 told";
    expect(outcomes).toEqual(["2 told", again, "0 silent", "0 silent", "2 told", "2 told", "0 silent"]);
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
    expect(outcomes).toEqual(["1 told", "1 told", "0 silent", "0 silent", "1 told"]);
  });

  if (entry.isBrief) return;

  test.concurrent("our errors stand among TypeScript's own, by place", async () => {
    const flow = project(entry, BAD);
    flow.write({ "other.ts": "export const other: number = 'x';\n", "zero.ts": "export const zero: number = 'x';\n" });
    const { code, output } = await flow.compile("--pretty", "false");
    expect([code, output.trim()]).toEqual([2, [MESSAGE, OTHER_ERROR, OTHER_ERROR.replace("other", "zero")].join("\n")]);
  });

  test.concurrent.each([[["--watch"]], [["-b", "--watch"]]])("%s: bad, mended, another file, bad, another file", async (args) => {
    const flow = project(entry, BAD);
    const settled = settling(flow.startCompiler(...args, "--pretty", "false", "--preserveWatchOutput"));
    await settled(1, () => {});
    await settled(0, () => flow.write({ "flow.flow.ts": GOOD }));
    await settled(0, () => flow.write({ "other.ts": "export const other = 2;\n" }));
    await settled(1, () => flow.write({ "flow.flow.ts": BAD }));
    await settled(1, () => flow.write({ "other.ts": "export const other = 3;\n" }));
    flow.remove();
  });
});
