/** Every way of running every compiler, in every mode: what a caller sees is what tsc would tell of an error of its own. */
import { ENTRIES } from "./entries";
import { BAD, GOOD, has, MESSAGE, outcome, project, removeProjects } from "./mode-project";
import { settling } from "./settling";

const OTHER_ERROR = "other.ts(1,14): error TS2322: Type 'string' is not assignable to type 'number'.";

afterAll(removeProjects);

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
