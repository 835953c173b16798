/** `icosian/core`: what it does, what it leaves to `icosian`, and how it says so. */
import type { Builder, IcosianError } from "icosian";
import { flow, type NodeSketch } from "./runtime/module";

type Core = typeof import("icosian/core");

/** Each test has a program of its own: what one loads, the others do not have. */
let core: Core;
beforeEach(() => {
  jest.resetModules();
  core = require("icosian/core") as Core;
});

const NUMBER = { type: "number" } as const;

/** The tests speak of any names. */
const build = (...modules: object[]): any => (new core.Builder() as Builder<any>).withModules(...modules).build();

const shop = (): object =>
  flow(
    {
      net: { needs: ["prices"], run: (prices: number[]) => prices.reduce((sum, price) => sum + price, 0) },
      total: { needs: ["net", "rate"], run: (net: number, rate: number) => net * (1 + rate) },
      slow: { needs: ["total"], run: async (total: number) => total, async: true },
      broken: { needs: ["net"], run: () => { throw new RangeError("no stock"); } },
    },
    { prices: { type: "array", items: NUMBER }, rate: NUMBER },
  );

function failure(act: () => unknown): Promise<IcosianError & Record<string, any>> {
  return (async () => act())().then(
    (value) => Promise.reject(new Error(`It gave ${JSON.stringify(value)}.`)),
    (error: IcosianError & Record<string, any>) => error,
  );
}

describe("does", () => {
  test("sync and async requests with inputs, overrides, config, a limit and a signal", async () => {
    const dr = (new core.Builder() as Builder<any>).withModules(shop()).withConfig({ rate: 0.5 }).build();
    const { signal } = new AbortController();
    expect(await dr.execute(["slow", "net"], { inputs: { prices: [1, 3] }, signal, concurrency: 1 } as object)).toEqual({ slow: 6, net: 4 });
    expect(dr.executeSync(["total"], { overrides: { net: 2 } })).toEqual({ total: 3 });
    expect((await failure(() => dr.execute(["net"], { inputs: { prices: [] }, signal: AbortSignal.abort("enough") } as object))).code).toBe("ICOSIAN_ABORTED");
  });

  test("drawing, which loads when it is asked for", async () => {
    expect((await build(shop()).displayUpstreamOf(["total"])).svg).toContain("prices");
  });

  test("typed errors, with the route and the cause", async () => {
    const error = await failure(() => build(flow({ top: { needs: ["a"], run: () => 0 }, a: { run: () => { throw new RangeError("no stock"); } } })).execute(["top"]));
    expect(error).toBeInstanceOf(core.NodeError);
    expect(error).toMatchObject({ node: "a", route: ["top", "a"], message: "Node 'a' fails: no stock. It is computed because 'top' needs 'a'." });
    expect(error.cause).toBeInstanceOf(RangeError);
  });

  test("all problems of a request together, by what the dataflow has", async () => {
    const error = await failure(() => build(shop()).execute(["totl"], { inputs: { net: 1, price: 2 } }));
    expect(error).toBeInstanceOf(core.RequestError);
    expect(error.problems.map(({ code }: { code: string }) => code)).toEqual(["unknown-final-var", "input-is-computed", "unknown-input"]);
    expect(error.message).toContain("no input 'price'. It has 'prices', 'rate'.");
  });

  test("duplicates, cycles, and barrels beside the modules that they re-export", async () => {
    const one = { a: { run: () => 1 } };
    expect((await failure(() => build(flow(one), flow({ a: { run: () => 2 } })))).code).toBe("ICOSIAN_DUPLICATE_NODE");
    expect((await failure(() => build(flow({ a: { needs: ["b"], run: () => 1 }, b: { needs: ["a"], run: () => 1 } })))).message).toContain("a -> b -> a");
    expect(build(flow(one), flow(one)).executeSync(["a"])).toEqual({ a: 1 });
  });
});

describe("input checks", () => {
  test("load with the first value that 'execute' has to check", async () => {
    const dr = build(shop());
    const wrong = { inputs: { prices: [1, "2"], rate: 0 } };
    expect(await failure(() => dr.executeSync(["total"], wrong))).toMatchObject({
      code: "ICOSIAN_ARGUMENT",
      message: "'executeSync' cannot wait for what checks 'prices'. Import 'icosian/schemas' as well, or pass 'validateInputs: false'.",
    });
    expect((await failure(() => dr.validateExecution(["total"], wrong))).message).toMatch(/^'validateExecution' cannot wait/);
    const error = await failure(() => dr.execute(["total"], wrong));
    expect(error).toBeInstanceOf(core.RequestError);
    expect(error.message).toBe("Input 'prices' has the wrong type at 'prices[1]': expected number, got \"2\".");
    expect((await failure(() => dr.executeSync(["total"], wrong))).message).toBe(error.message);
  });

  test("are there at once with 'icosian/schemas', and types apart are told then", async () => {
    require("icosian/schemas");
    expect((await failure(() => build(shop()).executeSync(["total"], { inputs: { prices: "none", rate: 1 } }))).message).toContain("expected array, got \"none\"");
    const asking = flow({ b: { needs: ["a"], run: () => 1 } }, { a: { type: "string" } });
    expect((await failure(() => build(flow({ a: { run: () => 1, schema: NUMBER } }), asking))).code).toBe("ICOSIAN_INCOMPATIBLE_TYPES");
  });

  test("of config wait for the first run", async () => {
    const builder = (new core.Builder() as Builder<any>).withModules(shop()).withConfig({ rate: "high" });
    const error = await failure(() => builder.build().execute(["total"], { inputs: { prices: [] } }));
    expect(error.message).toBe("Config value 'rate' has the wrong type: expected number, got \"high\".");
    expect((await failure(() => builder.build())).code).toBe("ICOSIAN_CONFIG");
  });

  test("are not asked for where there is nothing to check", () => {
    const dr = build(shop());
    expect(dr.executeSync(["net"], { inputs: { prices: [2] }, validateInputs: false })).toEqual({ net: 2 });
    expect(dr.executeSync(["total"], { overrides: { net: 2, rate: 1 } })).toEqual({ total: 4 });
    expect(build(flow({ a: { needs: ["k?"], run: (k = 1) => k } }, { k: NUMBER })).executeSync(["a"], { inputs: { k: undefined } })).toEqual({ a: 1 });
  });
});

describe("beyond it", () => {
  const REMEDY = "is beyond 'icosian/core'. Import Builder from 'icosian'.";

  test.each([
    ["withAdapters", () => new core.Builder().withAdapters({})],
    ["replay", () => build(shop()).replay(new Error())],
    ["inputSchema", () => build(shop()).inputSchema(["net"])],
    ["listAvailableVariables", () => build(shop()).listAvailableVariables()],
    ["whatIsUpstreamOf", () => build(shop()).whatIsUpstreamOf("net")],
    ["whatIsDownstreamOf", () => build(shop()).whatIsDownstreamOf("net")],
    ["whatIsThePathBetween", () => build(shop()).whatIsThePathBetween("net", "total")],
    ["explainPlan", () => build(shop()).explainPlan(["net"])],
    ["exportExecution", () => build(shop()).exportExecution(["net"])],
  ])("is '%s'", async (method, act) => {
    expect(await failure(act)).toMatchObject({ code: "ICOSIAN_ARGUMENT", method, message: `'${method}' ${REMEDY}` });
  });

  test.each([
    ["onError", "continue"],
    ["retry", 1],
    ["timeout", 10],
    ["runTimeout", 10],
    ["inFlight", "await"],
    ["captureInputs", true],
    ["onCheck", () => {}],
  ])("is the option '%s'", async (option, value) => {
    const dr = build(shop());
    const error = await failure(() => dr.execute(["net"], { [option]: value }));
    expect([error.code, error.message]).toEqual(["ICOSIAN_ARGUMENT", `'${option}' of 'execute' ${REMEDY}`]);
    expect(() => dr.executeSync(["net"], { [option]: value })).toThrow(`'${option}' of 'executeSync' ${REMEDY}`);
  });

  test("are pools, and no other word for a limit is taken for one", async () => {
    const dr = build(shop());
    expect((await failure(() => dr.execute(["net"], { concurrency: { db: 1 } }))).message).toBe(`'concurrency: {…}' of 'execute' ${REMEDY}`);
    expect((await failure(() => dr.execute(["net"], { concurrency: 0 }))).message).toBe("'execute' takes 'concurrency' as an integer from 1, not 0.");
    expect((await failure(() => dr.execute(["net"], { retries: 1 }))).message).toMatch(/^'execute' has no option 'retries'\. It has 'inputs', /);
  });

  test.each<[string, Record<string, NodeSketch>]>([
    ["opens a block", { a: { run: () => [1], parallel: true } }],
    ["collects one", { a: { needs: ["b[]"], run: () => 1 } }],
    ["is an operation", { a: { needs: ["b"], run: () => 1, more: { compute: { op: "field", of: "object", key: "k" } } } }],
    ["is a part of a declaration", { a: { run: () => 1, more: { compute: { op: "call", export: "x", path: ["fn"] } } } }],
    ["is a variant", { a: { run: () => 1, more: { when: [{ key: "region", in: ["us"] }] } } }],
    ["stands where no other does", { a: { run: () => 1, more: { otherwise: true } } }],
    ["has policies", { a: { run: () => 1, more: { policies: ["retry"] } } }],
  ])("is a node that %s", async (_, sketches) => {
    const error = await failure(() => build(flow(sketches)));
    expect(error).toBeInstanceOf(core.ManifestError);
    expect([error.code, error.message]).toEqual([
      "ICOSIAN_MANIFEST_BEYOND_CORE",
      "Module 1 of 'withModules' (with the exports 'a') is beyond 'icosian/core': node 'a' is more than a plain function. Import Builder from 'icosian'.",
    ]);
  });

  test("is an input that its module declares", async () => {
    const module = flow({ a: { needs: ["k"], run: () => 1 } });
    Object.assign(module.$manifest().inputs[0]!, { export: "k" });
    expect((await failure(() => build(module))).message).toContain(": input 'k' is more than a parameter. Import Builder from 'icosian'.");
  });

  test("nothing is once 'icosian' is loaded too: both have one Builder", () => {
    const dr = build(shop());
    const whole = require("icosian") as typeof import("icosian");
    expect(whole.Builder).toBe(core.Builder);
    expect(dr.whatIsUpstreamOf("total").map(({ name }: { name: string }) => name)).toEqual(["net", "total", "prices", "rate"]);
    expect(build(flow({ a: { run: () => [1, 2], parallel: true }, b: { needs: ["a"], run: (a: number) => a + 1 }, c: { needs: ["b[]"], run: (b: number[]) => b } })).executeSync(["c"])).toEqual({ c: [2, 3] });
  });
});

test.each([
  ["null", null],
  ["a string", "{}"],
  ["no manifest", {}],
  ["another version", { manifestVersion: 2 }],
  ["no lists", { manifestVersion: 1 }],
  ["a node that is null", { manifestVersion: 1, nodes: [null], inputs: [] }],
  ["a node of nothing", { manifestVersion: 1, nodes: [{}], inputs: [] }],
  ["a dependency that is null", { manifestVersion: 1, nodes: [{ name: "a", compute: { op: "call", export: "a" }, dependencies: [null] }], inputs: [] }],
  ["an input that is null", { manifestVersion: 1, nodes: [], inputs: [null] }],
])("a manifest that is of no use is an error of ours: %s", async (_, manifest) => {
  const error = await failure(() => build({ $manifest: () => manifest }));
  expect(error).toBeInstanceOf(core.ManifestError);
  expect(error.code).toMatch(/^ICOSIAN_MANIFEST_(?:MALFORMED|VERSION)$/);
  expect((await failure(() => build({ $manifest: () => undefined }))).code).toBe("ICOSIAN_MANIFEST_MALFORMED");
  expect((await failure(() => build({}))).code).toBe("ICOSIAN_MANIFEST_MISSING");
});
