import { ConfigError } from "icosian";
import { build, declaredModule } from "./declared-module";
import { failure, namesOf } from "./module";

describe("variants", () => {
  const flow = declaredModule({ tax__us: () => 1, tax__eu: (rate: number) => rate, tax__other: (base: number, rate?: number) => base + (rate ?? 0), total: (tax: number) => tax * 10 }, [
    { name: "tax", when: [{ key: "region", in: ["us", "ca"] }], compute: { op: "call", export: "tax__us" } },
    { name: "tax", when: [{ key: "region", in: ["eu"] }, { key: "year", notIn: [1999] }], needs: ["rate"], compute: { op: "call", export: "tax__eu" } },
    { name: "tax", otherwise: true, needs: ["base", "rate?"], compute: { op: "call", export: "tax__other" } },
    { name: "total", needs: ["tax"], compute: { op: "call", export: "total" } },
  ], ["rate", "base"]);
  const run = (config: object, inputs: object = {}): number => build(flow, config).executeSync(["total"], { inputs }).total;

  test("stand as the config has it", () => {
    expect(run({ region: "us" })).toBe(10);
    expect(run({ region: "ca" })).toBe(10);
    expect(run({ region: "eu" }, { rate: 2 })).toBe(20);
    expect(run({ region: "eu", year: 1999 }, { base: 3 })).toBe(30);
    expect(run({}, { base: 4 })).toBe(40);
    expect(run({}, { base: 4, rate: 1 })).toBe(50);
  });

  test("bring their own inputs, and no others': what another config needs may be given, and is not used", async () => {
    const dr = build(flow, { region: "us" });
    expect(namesOf(dr.listAvailableVariables())).toEqual(["region", "tax", "total"]);
    expect(run({ region: "us" }, { rate: 1 })).toBe(10);
    expect(dr.executeSync(["total"], { overrides: { base: 1, tax: 2 } })).toEqual({ total: 20 });
    expect(dr.explainPlan(["total"], { inputs: { rate: 1 } }).unused).toEqual(["rate"]);
    expect((await failure(() => run({ region: "us" }, { rat: 1 }))).problems[0].code).toBe("unknown-input");
    expect((await failure(() => dr.execute(["base"], { inputs: { base: 1 } }))).problems[0].code).toBe("unknown-final-var");
    expect((await failure(() => run({ region: "eu" }))).problems[0]).toMatchObject({ code: "missing-input", name: "rate" });
  });

  test("where none stands, the name is an input; where two do, that is an error", async () => {
    const [us, eu] = [{ key: "region", in: ["us"] }, { key: "big", in: [true] }];
    const open = declaredModule({ tax__us: () => 1, tax__big: () => 2, total: (tax: number) => tax * 10 }, [
      { name: "tax", when: [us], compute: { op: "call", export: "tax__us" } },
      { name: "tax", when: [eu], compute: { op: "call", export: "tax__big" } },
      { name: "total", needs: ["tax"], compute: { op: "call", export: "total" } },
    ]);
    expect(build(open).executeSync(["total"], { inputs: { tax: 7 } })).toEqual({ total: 70 });
    expect((await failure(() => build(open, { region: "fr" }).execute(["total"]))).message).toBe(
      "Input 'tax' is missing: 'total' needs input 'tax'. The config chooses none of its variants 'tax__us', 'tax__big': give 'region', 'big' a value that one of them is for.",
    );
    const error = await failure(() => build(open, { region: "us", big: true }));
    expect(error).toBeInstanceOf(ConfigError);
    expect(error.problems[0]).toMatchObject({ code: "rival-variants", name: "tax" });
    expect(error.message).toContain("'tax__us' (line 1) and 'tax__big' (line 2)");
  });
});
