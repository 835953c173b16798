import { buildSync } from "esbuild";
import { CheckError, collectChecks, node } from "icosian";
import * as v from "valibot";
import { z } from "zod";
import { build, declaredModule } from "./declared-module";
import { failure } from "./module";

// An ES module alone, which Jest does not load before Node 24.9.
const { type } = ((): typeof import("arktype") => {
  const module = { exports: {} };
  const { outputFiles } = buildSync({ entryPoints: ["arktype"], bundle: true, format: "cjs", platform: "node", write: false, logLevel: "error" });
  new Function("module", "exports", outputFiles[0]!.text)(module, module.exports);
  return module.exports as typeof import("arktype");
})();

describe("checks", () => {
  const flow = (checks: Record<string, any>, importance: "warn" | "fail", run: (x: number) => unknown = (x) => x): Record<string, any> =>
    declaredModule({ x: node({ check: checks }, run) }, [
      { name: "x_raw", needs: ["y"], compute: { op: "call", export: "x" } },
      ...Object.keys(checks).map((name) => ({ name: `x_${name}`, needs: ["x_raw"], compute: { op: "validate" as const, export: "x", path: ["check", name], importance } })),
      { name: "x", needs: ["x_raw", ...Object.keys(checks).map((name) => `x_${name}`)], compute: { op: "gate" } },
    ]);
  const checks = { positive: (x: number) => x > 0, small: { test: async (x: number) => x < 10 } };

  test("let through what passes", async () => {
    const driver = build(flow(checks, "fail"));
    expect(await driver.execute(["x", "x_positive"], { inputs: { y: 5 } })).toEqual({ x: 5, x_positive: { name: "positive", importance: "fail", passed: true, issues: [] } });
  });

  test("all run before the node fails", async () => {
    const { cause, node: name, code } = await failure(() => build(flow({ ...checks, even: (x: number) => x % 2 === 0 }, "fail")).execute(["x"], { inputs: { y: -13 } }));
    expect([name, code]).toEqual(["x", "ICOSIAN_NODE_FAILED"]);
    expect(cause).toBeInstanceOf(CheckError);
    expect(cause.code).toBe("ICOSIAN_CHECK_FAILED");
    expect(cause.node).toBe("x");
    expect(cause.failed.map((each: { name: string }) => each.name)).toEqual(["positive", "even"]);
    expect(cause.failed[0]).toEqual({ name: "positive", importance: "fail", passed: false, issues: [{ path: [], message: "'positive' does not hold" }], sample: -13 });
  });

  test("that warn never fail", async () => {
    const results = await build(flow(checks, "warn")).execute(["x", "x_small", "x_positive"], { inputs: { y: -1 } });
    expect(results.x).toBe(-1);
    expect([results.x_small.passed, results.x_positive.passed]).toEqual([true, false]);
  });

  test("are told of as they run", async () => {
    const seen: unknown[] = [];
    const onCheck = ({ node, name, passed }: any): void => void seen.push([node, name, passed]);
    await build(flow(checks, "warn")).execute(["x"], { inputs: { y: -1 }, onCheck });
    expect(seen).toEqual(expect.arrayContaining([["x", "small", true], ["x", "positive", false]]));
    expect(seen.length).toBe(2);
  });

  test("a report is collected, also of a run that fails", async () => {
    const { onCheck, report } = collectChecks();
    expect(report()).toEqual({ passed: true, checks: [], failed: [] });
    await failure(() => build(flow(checks, "fail")).execute(["x"], { inputs: { y: -1 }, onCheck }));
    const { passed, checks: all, failed } = report();
    expect([passed, all.length, failed.map(({ name, sample }) => [name, sample])]).toEqual([false, 2, [["positive", -1]]]);
  });

  test("what 'onCheck' throws is told as its own", async () => {
    const onCheck = (): never => {
      throw new Error("full");
    };
    const error = await failure(() => build(flow(checks, "warn")).execute(["x"], { inputs: { y: 1 }, onCheck }));
    expect([error.code, error.cause.message]).toEqual(["ICOSIAN_ADAPTER_FAILED", "full"]);
    expect((await failure(() => build(flow(checks, "warn")).execute(["x"], { inputs: { y: 1 }, onCheck: "x" }))).code).toBe("ICOSIAN_ARGUMENT");
  });

  test("a validator that throws, or is none, fails itself", async () => {
    const thrown = await failure(() => build(flow({ odd: () => JSON.parse("{") }, "warn")).execute(["x"], { inputs: { y: 1 } }));
    expect([thrown.node, thrown.cause.name]).toEqual(["x_odd", "SyntaxError"]);
    const none = await failure(() => build(flow({ odd: 5 }, "warn")).execute(["x"], { inputs: { y: 1 } }));
    expect(none.message).toContain("The check 'odd' is neither a predicate nor a Standard Schema");
  });

  test("validators are told of as such", () => {
    const variables: { name: string; validates?: string }[] = build(flow(checks, "warn")).listAvailableVariables();
    expect(variables.flatMap(({ name, validates }) => validates ? [[name, validates]] : [])).toEqual([["x_positive", "x"], ["x_small", "x"]]);
  });

  test("validators are drawn as what they are", async () => {
    const { svg } = await build(flow(checks, "warn")).displayAllFunctions();
    expect(svg.match(/Judges/g)?.length).toBe(2);
  });

  describe.each<[string, any]>([
    ["zod", z.object({ rows: z.array(z.object({ age: z.number().max(120) })) })],
    ["valibot", v.object({ rows: v.array(v.object({ age: v.pipe(v.number(), v.maxValue(120)) })) })],
    ["arktype", type({ rows: type({ age: "number <= 120" }).array() })],
    ["valibot, taking its time", v.objectAsync({ rows: v.array(v.object({ age: v.pipe(v.number(), v.maxValue(120)) })) })],
  ])("%s", (_, schema) => {
    const value = (age: unknown): object => ({ rows: [{ age: 5 }, { age }] });
    const run = (age: unknown, importance: "warn" | "fail", check: unknown): Promise<any> => build(flow({ fits: check }, importance, () => value(age))).execute(["x", "x_fits"], { inputs: { y: 0 } });

    test("passes what fits", async () => {
      expect((await run(120, "fail", schema)).x).toEqual(value(120));
    });

    test("says where what does not fit stands, and shows it", async () => {
      for (const check of [schema, { schema, importance: "warn" }]) {
        const { x_fits } = await run(130, "warn", check);
        expect(x_fits).toMatchObject({ name: "fits", passed: false, sample: 130 });
        expect(x_fits.issues.map(({ path }: { path: unknown[] }) => path)).toEqual([["rows", 1, "age"]]);
      }
    });

    test("fails the node", async () => {
      const { cause } = await failure(() => run("old", "fail", schema));
      expect(cause).toBeInstanceOf(CheckError);
      expect(cause.message).toContain("at 'rows.1.age'");
      expect(cause.message).toContain('got "old"');
    });
  });
});
