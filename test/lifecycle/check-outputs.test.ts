import { Builder, collectChecks, type JsonSchema, node } from "icosian";
import { checkOutputs } from "icosian/adapters";
import { declaredModule } from "../runtime/declared-module";
import { failure, flow } from "../runtime/module";

const rows: JsonSchema = { type: "array", items: { type: "object", properties: { id: { type: "number" } }, required: ["id"] } };
const dataflow = (value: unknown, async = false) =>
  flow({ rows: { run: () => (async ? Promise.resolve(value) : value), schema: rows, async }, open: { run: () => value }, count: { needs: ["rows"], run: (list: unknown[]) => list.length, schema: { type: "number" } } });
const good = [{ id: 1 }, { id: 2 }];
const bad = [{ id: 1 }, { id: "2" }];

test.each([false, true])("a value of another type fails its node, if it is to (async: %s)", async (async) => {
  const dr = new Builder().withModules(dataflow(bad, async)).withAdapters(checkOutputs({ importance: "fail" })).build();
  const error = await failure(() => dr.execute(["count"]));
  expect(error).toMatchObject({ code: "ICOSIAN_NODE_FAILED", node: "rows", route: ["count", "rows"], cause: { code: "ICOSIAN_CHECK_FAILED", node: "rows" } });
  expect(error.cause.failed).toEqual([{ name: "type", importance: "fail", passed: false, issues: [{ path: [1, "id"], message: 'expected number, got "2"' }], sample: "2" }]);
  expect(error.message).toContain(`expected number, got "2"`);
});

test("a value of its type passes, and so does one whose type no schema can say", async () => {
  const dr = new Builder().withModules(dataflow(good)).withAdapters(checkOutputs({ importance: "fail" })).build();
  expect(dr.executeSync(["count", "open"])).toEqual({ count: 2, open: good });
});

test("by default it is printed as a warning, and the run goes on", async () => {
  const warn = jest.spyOn(console, "warn").mockImplementation(() => {});
  const dr = new Builder().withModules(dataflow(bad, true)).withAdapters(checkOutputs()).build();
  expect(await dr.execute(["count"])).toEqual({ count: 2 });
  expect(warn.mock.calls).toEqual([[expect.stringMatching(/^icosian: .*'rows'.*expected number, got "2"/)]]);
  warn.mockRestore();
});

test("each check is told", () => {
  const told: unknown[] = [];
  const dr = new Builder().withModules(dataflow(bad)).withAdapters(checkOutputs({ onCheck: ({ node, passed }) => void told.push([node, passed]) })).build();
  dr.executeSync(["count", "open"]);
  expect(told).toEqual([
    ["rows", false],
    ["count", true],
  ]);
});

test("in one report with what validators say", () => {
  const { onCheck, report } = collectChecks();
  new Builder().withModules(dataflow(bad)).withAdapters(checkOutputs({ onCheck })).build().executeSync(["count"], { onCheck });
  expect(report()).toMatchObject({ passed: false, checks: [{ node: "rows" }, { node: "count" }], failed: [{ node: "rows", sample: "2" }] });
});

test("a value that passes validators and goes through a pipe is looked at once, where it is made", () => {
  const told: unknown[] = [];
  const adapter = checkOutputs({ onCheck: ({ node, passed }) => void told.push([node, passed]) });
  const module = declaredModule({ score: node({ pipe: { half: (x: number) => x / 2 }, check: { ok: () => true } }, () => "1" as unknown as number) }, [
    { name: "score.raw", schema: { type: "number" }, compute: { op: "call", export: "score" } },
    { name: "score.half", needs: ["score.raw"], schema: { type: "number" }, compute: { op: "call", export: "score", path: ["pipe", "half"], arguments: [{ dependency: 0 }] } },
    { name: "score_raw", needs: ["score.half"], schema: { type: "number" }, compute: { op: "alias" } },
    { name: "score_ok", needs: ["score_raw"], compute: { op: "validate", export: "score", path: ["check", "ok"], importance: "warn" } },
    { name: "score", needs: ["score_raw", "score_ok"], schema: { type: "number" }, compute: { op: "gate" } },
  ]);
  const dr = new Builder().withModules(module).withAdapters(adapter).build();
  expect(dr.executeSync(["score"])).toEqual({ score: 0.5 });
  expect(told).toEqual([
    ["score.raw", false],
    ["score.half", true],
  ]);
  expect(dr.listAvailableVariables().map(({ name, sameAs }) => [name, sameAs])).toEqual([
    ["score.raw", undefined],
    ["score.half", undefined],
    ["score_raw", "score.half"],
    ["score_ok", undefined],
    ["score", "score_raw"],
  ]);
});
