/** What the operations of a manifest do, from manifests written by hand: the compiler's half has tests of its own. */
import { Builder, CheckError, ConfigError, group, type ManifestNode, NodeError, node, source, step, subdag } from "icosian";
import { failure, namesOf } from "./module";

type Sketch = Partial<ManifestNode> & Pick<ManifestNode, "name" | "compute"> & { needs?: readonly string[] };

/** A module that exports what it declares, and the nodes that its manifest has. */
function moduleOf(exports: object, sketches: readonly Sketch[], inputs: readonly string[] = []): Record<string, any> {
  const nodes = sketches.map(({ needs = [], ...more }, index): ManifestNode => ({
    type: "number",
    dependencies: needs.map((need) => ({ name: need.replace("?", ""), type: "number", optional: need.endsWith("?") })),
    async: false,
    location: { line: index + 1, column: 1 },
    ...more,
  }));
  const manifest = { manifestVersion: 1, module: "flow", source: "flow.ts", nodes, inputs: inputs.map((name) => ({ name, type: "number", optional: false })) };
  return { ...exports, $manifest: () => manifest };
}

const build = (module: object, config: object = {}) => new Builder().withModules(module as Record<string, any>).withConfig(config).build() as any;

describe("a call", () => {
  const lag = node(
    { parameterize: { lag1: { days: 1 }, lag2: { series: source("spend"), days: group(source("n"), 5) }, lag3: { days: group({ by: source("n"), of: 2 }) } } },
    (series: unknown, days: unknown) => [series, days],
  );
  const flow = moduleOf({ lag }, [
    { name: "lag1", needs: ["series"], compute: { op: "call", export: "lag", arguments: [{ dependency: 0 }, { value: ["parameterize", "lag1", "days"] }] } },
    { name: "lag2", needs: ["spend", "n"], compute: { op: "call", export: "lag", arguments: [{ dependency: 0 }, { list: [{ dependency: 1 }, { value: ["parameterize", "lag2", "days", "members", 1] }] }] } },
    {
      name: "lag3",
      needs: ["series", "n"],
      compute: { op: "call", export: "lag", arguments: [{ dependency: 0 }, { record: { by: { dependency: 1 }, of: { value: ["parameterize", "lag3", "days", "members", "of"] } } }] },
    },
  ]);

  test("gets what its parameters are bound to, and what they ask for", () => {
    const inputs = { series: [1], spend: [2], n: 3 };
    expect(build(flow).executeSync(["lag1", "lag2", "lag3"], { inputs })).toEqual({ lag1: [[1], 1], lag2: [[2], [3, 5]], lag3: [[1], { by: 3, of: 2 }] });
    expect(lag([1], 1)).toEqual([[1], 1]);
  });

  test("takes one object, by the function's own names; what nothing provides is left out", () => {
    const seen: object[] = [];
    const take = node({ parameterize: { a: { x: 1, y: source("b") } } }, (all: { x: number; y: number; z?: number }) => seen.push(all));
    const named = moduleOf({ take }, [
      { name: "a", needs: ["b", "z?"], compute: { op: "call", export: "take", style: "named", keys: ["x", "y", "z"], arguments: [{ value: ["parameterize", "a", "x"] }, { dependency: 0 }, { dependency: 1 }] } },
    ]);
    build(named).executeSync(["a"], { inputs: { b: 2 } });
    build(named).executeSync(["a"], { inputs: { b: 2, z: 3 } });
    expect(seen).toEqual([{ x: 1, y: 2 }, { x: 1, y: 2, z: 3 }]);
  });

  test("one object without bound values has the function's own names", () => {
    const flow = moduleOf({ f: ({ own }: { own: number }) => own * 2 }, [
      { name: "f", dependencies: [{ name: "other", parameter: "own", type: "number", optional: false }], compute: { op: "call", export: "f", style: "named" } },
    ]);
    expect(build(flow).executeSync(["f"], { inputs: { other: 4 } })).toEqual({ f: 8 });
  });

  test("finds steps, functions of subdags, and what is declared inside of them", () => {
    const add = (x: number, by: number): number => x + by;
    const inner = { foo: (a: number): number => a + 1, twice: node({ parameterize: { double: { by: 2 } } }, (foo: number, by: number): number => foo * by) };
    const flow = moduleOf(
      {
        score: node({ pipe: { log: Math.log2, add: step(add, { by: 10 }) } }, (x: number) => x),
        baz: subdag([inner, add], { inputs: { a: source("x"), by: 3 } }, (double: number): number => double - 1),
      },
      [
        { name: "score.raw", needs: ["x"], compute: { op: "call", export: "score" } },
        { name: "score.log", needs: ["score.raw"], compute: { op: "call", export: "score", path: ["pipe", "log"], arguments: [{ dependency: 0 }] } },
        { name: "score.add", needs: ["score.log"], compute: { op: "call", export: "score", path: ["pipe", "add"], arguments: [{ dependency: 0 }, { value: ["pipe", "add", "bindings", "by"] }] } },
        { name: "score", needs: ["score.add"], compute: { op: "alias" } },
        { name: "baz.foo", needs: ["x"], compute: { op: "call", export: "baz", path: ["modules", 0, "foo"] } },
        {
          name: "baz.double",
          needs: ["baz.foo"],
          compute: { op: "call", export: "baz", path: ["modules", 0, "twice"], arguments: [{ dependency: 0 }, { value: ["modules", 0, "twice", "~", "parameterize", "double", "by"] }] },
        },
        { name: "baz.add", needs: ["x"], compute: { op: "call", export: "baz", path: ["modules", 1], arguments: [{ dependency: 0 }, { value: ["inputs", "by"] }] } },
        { name: "baz", needs: ["baz.double"], compute: { op: "call", export: "baz" } },
      ],
    );
    const results = build(flow).executeSync(["score", "score.log", "baz", "baz.foo", "baz.double", "baz.add"], { inputs: { x: 8 } });
    expect(results).toEqual({ score: 13, "score.log": 3, baz: 17, "baz.foo": 9, "baz.double": 18, "baz.add": 11 });
  });

  test("reads the module when it runs: another declaration may stand there, and a plain function may not", async () => {
    const driver = build(flow);
    const inputs = { series: [1] };
    driver.executeSync(["lag1"], { inputs });
    const before = flow.lag;
    flow.lag = node({ parameterize: { lag1: { days: 9 } } }, (_series: unknown, days: unknown) => days);
    expect(driver.executeSync(["lag1"], { inputs })).toEqual({ lag1: 9 });
    flow.lag = () => 1;
    const error = await failure(() => driver.executeSync(["lag1"], { inputs }));
    flow.lag = before;
    expect(error).toBeInstanceOf(NodeError);
    expect(error.message).toContain("nothing that node() or subdag() has made");
  });
});

describe("a field", () => {
  const parts = (value: unknown, of: "object" | "tuple" | "rows", key: string | number, filled?: unknown): any => {
    const whole = node({ extract: ["part"], fillWith: filled }, () => value);
    const fill = filled === undefined ? {} : { fill: { export: "whole", path: ["fillWith"] } };
    const flow = moduleOf({ whole }, [
      { name: "whole", compute: { op: "call", export: "whole" } },
      { name: "part", needs: ["whole"], compute: { op: "field", of, key, ...fill } },
    ]);
    return build(flow).executeSync(["part"]).part;
  };

  test.each<[unknown, "object" | "tuple" | "rows", string | number, unknown]>([
    [{ mean: 1 }, "object", "mean", 1],
    [{ "Beak Length (mm)": null }, "object", "Beak Length (mm)", null],
    [new (class { get n() { return 3; } })(), "object", "n", 3],
    [["train", "test"], "tuple", 1, "test"],
    [[{ a: 1 }, { a: 2 }], "rows", "a", [1, 2]],
    [[], "rows", "a", []],
    ["text", "object", "length", 4],
  ])("of %p", (value, of, key, part) => expect(parts(value, of, key)).toEqual(part));

  test.each<[unknown, "object" | "tuple" | "rows", string | number, string]>([
    [{}, "object", "mean", "Node 'part' fails: 'whole' has no field 'mean'. Return it, or say in 'fillWith' what stands in its place."],
    [null, "object", "mean", "'whole' has no field 'mean'"],
    [{}, "object", "toString", "'whole' has no field 'toString'"],
    [{ mean: undefined }, "object", "mean", "'whole' has no field 'mean'"],
    [[1], "tuple", 1, "'whole' has no element 1"],
    [[{ a: 1 }, {}], "rows", "a", "'whole[1]' has no column 'a'"],
    ["text", "rows", "a", "'whole' is not a list of records, but \"text\""],
  ])("that %p lacks is an error", async (value, of, key, message) => {
    const error = await failure(() => parts(value, of, key));
    expect([error.node, error.message]).toEqual(["part", expect.stringContaining(message)]);
  });

  test("that is lacking is filled", () => {
    expect(parts({}, "object", "mean", 0)).toBe(0);
    expect(parts([{ a: 1 }, {}], "rows", "a", null)).toEqual([1, null]);
  });
});

describe("variants", () => {
  const flow = moduleOf({ tax__us: () => 1, tax__eu: (rate: number) => rate, tax__other: (base: number, rate?: number) => base + (rate ?? 0), total: (tax: number) => tax * 10 }, [
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

  test("bring their own inputs, and no others'", async () => {
    expect(namesOf(build(flow, { region: "us" }).listAvailableVariables())).toEqual(["region", "tax", "total"]);
    expect((await failure(() => run({ region: "us" }, { rate: 1 }))).problems[0].code).toBe("unknown-input");
    expect((await failure(() => run({ region: "eu" }))).problems[0]).toMatchObject({ code: "missing-input", name: "rate" });
  });

  test("where none stands, the name is an input; where two do, that is an error", async () => {
    const [us, eu] = [{ key: "region", in: ["us"] }, { key: "big", in: [true] }];
    const open = moduleOf({ tax__us: () => 1, tax__big: () => 2, total: (tax: number) => tax * 10 }, [
      { name: "tax", when: [us], compute: { op: "call", export: "tax__us" } },
      { name: "tax", when: [eu], compute: { op: "call", export: "tax__big" } },
      { name: "total", needs: ["tax"], compute: { op: "call", export: "total" } },
    ]);
    expect(build(open).executeSync(["total"], { inputs: { tax: 7 } })).toEqual({ total: 70 });
    const error = await failure(() => build(open, { region: "us", big: true }));
    expect(error).toBeInstanceOf(ConfigError);
    expect(error.problems[0]).toMatchObject({ code: "rival-variants", name: "tax" });
    expect(error.message).toContain("'tax__us' (line 1) and 'tax__big' (line 2)");
  });
});

describe("checks", () => {
  const flow = (checks: Record<string, unknown>, importance: "warn" | "fail", run: (x: number) => unknown = (x) => x): Record<string, any> =>
    moduleOf({ x: node({ check: checks as Record<string, () => boolean> }, run) }, [
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
});

describe("tags", () => {
  const flow = moduleOf({ a: () => 1, b: () => 1, c: () => 1 }, [
    { name: "a", tags: { team: "growth", pii: true }, compute: { op: "call", export: "a" } },
    { name: "b", tags: { team: "core", owners: ["x", "y"] }, compute: { op: "call", export: "b" } },
    { name: "c", compute: { op: "call", export: "c" } },
  ]);
  test.each<[Record<string, any>, string[]]>([
    [{}, ["a", "b", "c"]],
    [{ team: "growth" }, ["a"]],
    [{ team: ["growth", "core"] }, ["a", "b"]],
    [{ team: null }, ["a", "b"]],
    [{ team: ["growth", "core"], pii: true }, ["a"]],
    [{ owners: "y" }, ["b"]],
    [{ owners: ["z", "x"] }, ["b"]],
    [{ team: "none" }, []],
    [{ toString: null }, []],
  ])("%p are those of %p", (tags, names) => {
    expect(namesOf(build(flow).listAvailableVariables({ tags }))).toEqual(names);
  });

  test("a filter that is none is an error", async () => {
    expect((await failure(() => build(flow).listAvailableVariables("team"))).code).toBe("ICOSIAN_ARGUMENT");
    expect((await failure(() => build(flow).listAvailableVariables({ tag: {} }))).message).toContain("no 'tag'");
    expect((await failure(() => build(flow).listAvailableVariables({ tags: { team: {} } }))).message).toContain("the tag 'team'");
  });
});

describe("calls that no declaration can be made of are errors", () => {
  test.each<[string, () => unknown, string]>([
    ["no function", () => node({}, 5 as never), "'node' takes a function after its options, not a number."],
    ["no options", () => node(undefined as never, () => 1), "'node' takes its options as an object, not undefined."],
    ["an unknown option", () => node({ extrat: [] } as never, () => 1), "'node' has no option 'extrat'. Did you mean 'extract'?"],
    ["a step without a function", () => step("log" as never), "'step' takes a function first, not a string."],
    ["a step's unknown condition", () => step(Math.log, {}, { whem: {} } as never), "Did you mean 'when'?"],
    ["a source without a name", () => source(undefined as never), "'source' takes the name"],
    ["an empty group", () => (group as () => unknown)(), "'group' takes what it puts together"],
    ["no list of modules", () => subdag({} as never, {}, () => 1), "'subdag' takes modules and functions as an array"],
    ["a module that is none", () => subdag([undefined as never], {}, () => 1), "element 0 is undefined. Its line may not have run yet"],
    ["an unknown option of a subdag", () => subdag([], { input: {} } as never, () => 1), "Did you mean 'inputs'?"],
  ])("%s", async (_, act, message) => {
    const error = await failure(act);
    expect([error.code, error.message]).toEqual(["ICOSIAN_ARGUMENT", expect.stringContaining(message)]);
  });
});
