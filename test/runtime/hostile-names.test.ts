import { Builder } from "icosian";
import { failure, moduleOf, namesOf, type NodeSketch } from "./module";

const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "then", "class", "default", "a-b", "a b", "", "名前", "🙂", "0", "length"];
/** An object with this own property, also where a literal or an assignment would not make one. */
const own = (name: string, value: unknown): Record<string, unknown> => Object.fromEntries([[name, value]]);
const driver = (sketches: [string, NodeSketch][], schemas = {}) => new Builder().withModules(moduleOf(sketches, schemas));
const [one, plus]: NodeSketch["run"][] = [() => 1, (value) => value + 1];

describe.each(names)("the name %j", (name) => {
  test("as a node", async () => {
    const dr = driver([[name, { run: one! }], ["next", { needs: [name], run: plus! }], ["named", { needs: [name], named: true, run: (all) => Object.entries(all) }]]).build();
    const results = await dr.execute([name, "next", "named"]);
    expect(Object.entries(results).sort()).toEqual([[name, 1], ["next", 2], ["named", [[name, 1]]]].sort());
    expect(Object.getPrototypeOf(results)).toBe(Object.prototype);
    expect(dr.executeSync([name, "next"], { overrides: own(name, 5) })).toEqual({ ...Object.fromEntries([[name, 5]]), next: 6 });
    expect((await failure(() => dr.execute(["next"], { inputs: own(name, 5) }))).problems).toMatchObject([{ code: "input-is-computed", name }]);
    expect(namesOf(dr.whatIsUpstreamOf("next"))).toEqual([name, "next"].sort());
    expect(JSON.parse(dr.exportExecution(["next"])).steps[0].name).toBe(name);
  });

  test("as an input", async () => {
    const dr = driver([["next", { needs: [name], run: plus! }]], own(name, { type: "number" })).build();
    expect(dr.executeSync(["next", name], { inputs: own(name, 5) })).toEqual({ ...Object.fromEntries([[name, 5]]), next: 6 });
    expect((await failure(() => dr.execute(["next"]))).problems).toMatchObject([{ code: "missing-input", name, route: ["next", name] }]);
    expect((await failure(() => dr.execute(["next"], { inputs: own(name, "x") }))).problems).toMatchObject([{ code: "wrong-type", name }]);
    const schema = dr.inputSchema(["next"]);
    expect([Object.entries(schema.properties), schema.required]).toEqual([[[name, { type: "number" }]], [name]]);
  });

  test("as config", () => {
    const config = own(name, 5);
    expect(driver([["next", { needs: [name], run: plus! }]]).withConfig(config).build().executeSync(["next"])).toEqual({ next: 6 });
    expect(driver([[name, { run: one! }], ["next", { needs: [name], run: plus! }]]).withConfig(config).build().executeSync(["next"])).toEqual({ next: 6 });
    expect(Object.entries(driver([]).withConfig(config).build().executeSync([name]))).toEqual([[name, 5]]);
  });

  test("in policies, pools and reports", async () => {
    let calls = 0;
    let most = 0;
    const fails = () => { calls++; throw new Error("bad"); };
    const waits = async () => { most = Math.max(most, ++calls); await new Promise((resolve) => setImmediate(resolve)); calls--; };
    const dr = driver([[name, { run: fails }], ["next", { needs: [name], run: plus! }], ["one", { run: waits, more: { tags: own(name, "x") as never } }], ["two", { run: waits, more: { tags: { pool: name } } }]]).build();
    const report = await dr.execute(["next"], { retry: { nodes: own(name, 2) as never }, timeout: { tags: own(name, 50) as never }, onError: "continue", captureInputs: true });
    expect([calls, Object.keys(report.errors), Object.entries(report.skipped)]).toEqual([3, [name], [["next", ["next", name]]]]);
    expect((await failure(() => dr.replay(Object.values(report.errors)[0]))).node).toBe(name);
    calls = 0;
    await dr.execute(["one", "two"], { concurrency: own(name, 1) as never });
    expect(most).toBe(1);
  });

  test("where nobody defines it", async () => {
    const dr = driver([["A", { run: one! }]]).build();
    expect((await failure(() => dr.execute([name]))).problems).toMatchObject([{ code: "unknown-final-var", name }]);
    expect((await failure(() => dr.execute(["A"], { inputs: own(name, 1) }))).problems).toMatchObject([{ code: "unknown-input", name }]);
    expect((await failure(() => dr.execute(["A"], { overrides: own(name, 1) }))).problems).toMatchObject([{ code: "unknown-override", name }]);
  });
});

test("what an inputs object inherits is not given, and nothing is polluted", async () => {
  const dr = driver([["A", { needs: ["x"], run: plus! }]]).build();
  expect((await failure(() => dr.execute(["A"], { inputs: Object.create({ x: 1 }) }))).problems).toMatchObject([{ code: "missing-input" }]);
  expect(await dr.execute(["A"], { inputs: Object.assign(Object.create(null), { x: 1 }) })).toEqual({ A: 2 });
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as any).x).toBeUndefined();
});
