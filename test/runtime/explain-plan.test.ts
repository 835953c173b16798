import { Builder, type ExplainedPlan, input } from "icosian";
import fc from "fast-check";
import { build, declaredModule } from "./declared-module";
import { failure, flow, moduleOf } from "./module";

const shop = flow({
  orders: { needs: ["url", "signal!"], run: async () => [1], async: true, type: "number[]", more: { tags: { source: "shop" } } },
  revenue: { needs: ["orders"], run: () => 1 },
  tax: { needs: ["revenue", "rate?"], run: () => 1 },
  profit: { needs: ["revenue", "tax", "fees"], named: true, run: () => 1 },
  audit: { needs: ["orders"], run: () => 1 },
});
const dr = new Builder().withModules(shop).withConfig({ fees: 10, region: "eu" }).build();

test("what would run, in which order, and why", () => {
  expect(dr.explainPlan(["tax"], { inputs: { url: "x" } })).toEqual({
    finalVars: ["tax"],
    given: [
      { name: "url", type: "number", from: "inputs", required: true, because: ["tax", "revenue", "orders", "url"] },
      { name: "rate", type: "number", from: "nobody", required: false, because: ["tax", "rate"] },
    ],
    steps: [
      { name: "orders", type: "number[]", module: "flow", needs: ["url"], because: ["tax", "revenue", "orders"], async: true, tags: { source: "shop" } },
      { name: "revenue", type: "number", module: "flow", needs: ["orders"], because: ["tax", "revenue"], async: false, tags: {} },
      { name: "tax", type: "number", module: "flow", needs: ["revenue", "rate"], because: ["tax"], async: false, tags: {} },
    ],
    skipped: [
      { name: "profit", reason: "not-needed", because: [] },
      { name: "audit", reason: "not-needed", because: [] },
    ],
    unused: [],
  });
});

test("an override, what it saves, and what nothing takes", () => {
  const plan = dr.explainPlan(["profit"], { inputs: { url: "x", rate: undefined }, overrides: { revenue: 5, audit: 1 } });
  expect(plan.given.map(({ name, from }) => [name, from])).toEqual([
    ["revenue", "overrides"],
    ["rate", "inputs"],
    ["fees", "config"],
  ]);
  expect(plan.steps.map(({ name }) => name)).toEqual(["tax", "profit"]);
  expect(plan.skipped).toEqual([
    { name: "orders", reason: "upstream-of-override", because: ["profit", "revenue", "orders"] },
    { name: "revenue", reason: "overridden", because: ["profit", "revenue"] },
    { name: "audit", reason: "not-needed", because: [] },
  ]);
  expect(plan.unused).toEqual(["url", "audit"]);
});

test("a missing input is told, an input requested and a default too", () => {
  const from = (...request: Parameters<typeof dr.explainPlan>) => dr.explainPlan(...request).given.map(({ name, from, required }) => [name, from, required]);
  expect(from(["orders"])).toEqual([["url", "nobody", true]]);
  expect(from(["orders"], { inputs: { url: undefined } })).toEqual([["url", "nobody", true]]);
  expect(from(["rate"], { inputs: { rate: 1 } })).toEqual([["rate", "inputs", true]]);
  const $manifest = { manifestVersion: 1, module: "m", source: "m.ts", nodes: [], inputs: [{ name: "rate", type: "number", optional: true, export: "rate", hasDefault: true }] };
  expect(new Builder().withModules({ rate: input({ default: 0.2 }), $manifest }).build().explainPlan(["rate"]).given).toMatchObject([{ name: "rate", from: "default" }]);
});

test("what runs for each item of a block", () => {
  const cities = flow({ city: { parallel: true, run: () => [] }, size: { needs: ["city"], run: () => 1 }, total: { needs: ["size[]"], run: () => 1 } });
  expect(new Builder().withModules(cities).build().explainPlan(["total"]).steps.map(({ name, forEach }) => [name, forEach])).toEqual([
    ["city", undefined],
    ["size", "city"],
    ["total", undefined],
  ]);
});

test("which variant the config has chosen, and which it leaves out", () => {
  const [us, notUs] = [{ key: "region", in: ["us"] }, { key: "region", notIn: ["us"] }];
  const module = declaredModule({ tax__us: () => 1, tax__eu: () => 2, tax__other: () => 3, total: (tax: number) => tax, fee__eu: () => 1 }, [
    { name: "tax", when: [us], compute: { op: "call", export: "tax__us" } },
    { name: "tax.raw", when: [notUs], compute: { op: "call", export: "tax__eu" } },
    { name: "tax", when: [notUs], needs: ["tax.raw"], compute: { op: "alias" } },
    { name: "fee", otherwise: true, compute: { op: "call", export: "fee__eu" } },
    { name: "total", needs: ["tax"], compute: { op: "call", export: "total" } },
  ]);
  const explain = (region: string, name: string): ExplainedPlan => build(module, { region }).explainPlan([name]);
  const { steps, skipped } = explain("us", "total");
  expect(steps.map(({ name, variant }) => [name, variant])).toEqual([
    ["tax", { export: "tax__us", when: [us] }],
    ["total", undefined],
  ]);
  expect(skipped).toEqual([
    { name: "fee", reason: "not-needed", because: [], variant: { export: "fee__eu", when: [], otherwise: true } },
    { name: "tax.raw", reason: "left-out-by-config", because: [], variant: { export: "tax__eu", when: [notUs] } },
    { name: "tax", reason: "left-out-by-config", because: ["total", "tax"], variant: { when: [notUs] } },
  ]);
  expect(explain("eu", "fee").skipped.filter(({ reason }) => reason === "left-out-by-config")).toEqual([
    { name: "tax", reason: "left-out-by-config", because: [], variant: { export: "tax__us", when: [us] } },
  ]);
});

test("unknown names and options are refused", async () => {
  expect((await failure(() => dr.explainPlan(["taxx"]))).problems[0]).toMatchObject({ code: "unknown-final-var", suggestion: "tax" });
  expect((await failure(() => dr.explainPlan(["tax"], { signal: 1 } as object))).message).toContain("'explainPlan' has no option 'signal'");
  expect((await failure(() => dr.exportExecution(["Z"]))).problems[0].code).toBe("unknown-final-var");
});

test("exportExecution is the same as text, byte for byte the same each time", () => {
  const request = [["profit"], { overrides: { orders: [] } }] as const;
  expect(JSON.parse(dr.exportExecution(...request))).toEqual(dr.explainPlan(...request));
  expect(dr.exportExecution(...request)).toBe(new Builder().withModules(shop).withConfig({ fees: 10, region: "eu" }).build().exportExecution(...request));
});

test("a deep chain's routes are cut in the middle", () => {
  const chain = moduleOf(Array.from({ length: 10_000 }, (_, n) => [`n${n}`, { needs: n === 0 ? [] : [`n${n - 1}`], run: () => 1 }]));
  const { steps } = new Builder().withModules(chain).build().explainPlan(["n9999"]);
  expect(steps).toHaveLength(10_000);
  expect(steps[0]!.because).toHaveLength(101);
  expect([steps[0]!.because[0], steps[0]!.because[50], steps[0]!.because[100]]).toEqual(["n9999", "…", "n0"]);
  expect(steps[9900]!.because).not.toContain("…");
});

test("on random dataflows: the steps are what runs, in order; with what is skipped they are all; each route leads there", () => {
  const nodes = fc.array(fc.uniqueArray(fc.nat(100), { maxLength: 4 }), { minLength: 1, maxLength: 25 }).map((list) => list.map((needs, at) => [...new Set(at === 0 ? [] : needs.map((n) => n % at))]));
  fc.assert(
    fc.property(nodes, fc.array(fc.nat(100), { maxLength: 4 }), fc.uniqueArray(fc.nat(100), { maxLength: 4 }), (needsOf, finals, overrides) => {
      const ran: string[] = [];
      const names = needsOf.map((_, n) => `n${n}`);
      const pick = (list: readonly number[]): string[] => [...new Set(list.map((n) => names[n % names.length]!))];
      const module = moduleOf(needsOf.map((needs, n) => [names[n]!, { needs: needs.map((each) => names[each]!), run: () => ran.push(names[n]!) }]));
      const driver = new Builder().withModules(module).build();
      const options = { overrides: Object.fromEntries(pick(overrides).map((name) => [name, 0])) };
      const plan = driver.explainPlan(pick(finals), options);
      driver.executeSync(pick(finals), options);
      expect(plan.steps.map(({ name }) => name)).toEqual(ran);
      expect([...ran, ...plan.skipped.map(({ name }) => name)].sort()).toEqual([...names].sort());

      const needs = (name: string): string[] => needsOf[names.indexOf(name)]!.map((n) => names[n]!);
      for (const { name, because } of [...plan.given, ...plan.steps, ...plan.skipped]) {
        because.slice(1).forEach((each, at) => expect(needs(because[at]!)).toContain(each));
        if (because.length > 0) expect([pick(finals).includes(because[0]!), because.at(-1)]).toEqual([true, name]);
      }
      for (const { because } of plan.steps) expect(because.filter((name) => name in options.overrides)).toEqual([]);
      // What the final vars need, and what of that is reached without passing an override.
      const needed = new Set(pick(finals));
      for (const name of needed) needs(name).forEach((each) => needed.add(each));
      const open = new Set(pick(finals));
      for (const name of open) if (!(name in options.overrides)) needs(name).forEach((each) => open.add(each));
      for (const { name, reason } of plan.skipped) {
        expect(reason).toBe(!needed.has(name) ? "not-needed" : open.has(name) ? "overridden" : "upstream-of-override");
      }
    }),
    { numRuns: 300 },
  );
});
