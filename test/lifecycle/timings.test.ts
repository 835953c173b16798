import { Builder } from "icosian";
import { type RunTimings, timings, timingsTable } from "icosian/adapters";
import { failure, flow, type NodeSketch } from "../runtime/module";

const sleeper = (milliseconds: number, ...needs: string[]): NodeSketch => ({ needs, run: () => new Promise((resolve) => setTimeout(resolve, milliseconds)), async: true });

function timed(sketches: Record<string, NodeSketch>): { runs: RunTimings[]; dr: ReturnType<Builder["build"]> } {
  const runs: RunTimings[] = [];
  return { runs, dr: new Builder().withModules(flow(sketches)).withAdapters(timings({ report: (run) => void runs.push(run) })).build() as never };
}

test("what took how long, what waited on what, and the critical path", async () => {
  const { runs, dr } = timed({ short: sleeper(10), long: sleeper(60), end: sleeper(20, "short", "long"), aside: sleeper(5, "short") });
  await dr.execute(["aside", "end"] as never[]);
  const [run] = runs;
  expect(run).toMatchObject({ finalVars: ["aside", "end"], success: true, criticalPath: ["long", "end"] });
  const byName = Object.fromEntries(run!.nodes.map((node) => [node.name, node]));
  expect(Object.keys(byName).sort()).toEqual(["aside", "end", "long", "short"]);
  expect(byName["long"]!.durationMs).toBeGreaterThan(55);
  expect(byName["short"]!.durationMs).toBeGreaterThan(8);
  expect(byName["short"]!.endMs).toBeLessThan(byName["long"]!.endMs);
  expect([byName["end"]!.startedAfter, byName["aside"]!.startedAfter, byName["long"]!.startedAfter]).toEqual(["long", "short", undefined]);
  expect(byName["end"]!.startMs).toBeGreaterThanOrEqual(byName["long"]!.endMs);
  expect(run!.durationMs).toBeGreaterThanOrEqual(byName["end"]!.endMs - 1);
});

test("what waits for a place is told", async () => {
  const { runs, dr } = timed({ one: sleeper(40), other: sleeper(40) });
  await dr.execute(["one", "other"] as never[], { concurrency: 1 });
  const [first, second] = runs[0]!.nodes;
  expect(second!.waitedMs).toBeGreaterThan(first!.waitedMs + 30);
});

test("attempts add up, a failed run is reported, runs at the same time are kept apart", async () => {
  let tries = 0;
  const { runs, dr } = timed({ A: { run: async () => ++tries < 3 && Promise.reject(new Error("again")), async: true }, B: { needs: ["A"], run: () => Promise.reject(new Error("no")), async: true } });
  await dr.execute(["A"] as never[], { retry: 2 });
  expect(runs[0]!.nodes).toMatchObject([{ name: "A", calls: 3 }]);
  await Promise.all([failure(() => dr.execute(["B"] as never[])), dr.execute(["A"] as never[])]);
  expect(runs.slice(1).map(({ success, nodes }) => [success, nodes.map(({ name }) => name)]).sort()).toEqual([
    [false, ["A", "B"]],
    [true, ["A"]],
  ]);
  expect(new Set(runs.map(({ runId }) => runId)).size).toBe(3);
});

test("as a table: the longest first, the critical path marked", () => {
  const node = { calls: 1, waitedMs: 0 };
  const run: RunTimings = {
    runId: "1",
    finalVars: ["end"],
    success: true,
    durationMs: 130.126,
    criticalPath: ["long", "end"],
    nodes: [
      { ...node, name: "short", startMs: 0, endMs: 5, durationMs: 5 },
      { ...node, name: "long", startMs: 0.5, endMs: 100.5, durationMs: 100, calls: 2 },
      { ...node, name: "end", startMs: 101, endMs: 130, durationMs: 29, startedAfter: "long", waitedMs: 0.5 },
    ],
  };
  expect(timingsTable(run)).toBe(`\
  node      ms  calls  from ms  waited ms  after
* long     100      2     0.50       0.00
* end    29.00      1      101       0.50  long
  short   5.00      1     0.00       0.00
run: 130 ms; critical path: long -> end`);
  const many = { ...run, nodes: Array.from({ length: 40 }, (_, n) => ({ ...run.nodes[0]!, name: `n${n}` })), success: false, criticalPath: [] };
  expect(timingsTable(many).split("\n").slice(-2)).toEqual(["… and 10 more", "failed run: 130 ms; critical path: none"]);
});

test("it is printed unless somebody takes it", () => {
  const log = jest.spyOn(console, "log").mockImplementation(() => {});
  new Builder().withModules(flow({ A: { run: () => 1 } })).withAdapters(timings()).build().executeSync(["A"]);
  expect(log.mock.calls[0]![0]).toMatch(/^ {2}node.*\n\* A +\d.*\nrun: .* critical path: A$/);
  log.mockRestore();
});
