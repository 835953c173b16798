/** What the operations of a manifest do, from manifests written by hand: the compiler's half has tests of its own. */
import { group, NodeError, node, source, step, subdag } from "icosian";
import { build, declaredModule } from "./declared-module";
import { failure } from "./module";

describe("a call", () => {
  const lag = node(
    { parameterize: { lag1: { days: 1 }, lag2: { series: source("spend"), days: group(source("n"), 5) }, lag3: { days: group({ by: source("n"), of: 2 }) } } },
    (series: unknown, days: unknown) => [series, days],
  );
  const flow = declaredModule({ lag }, [
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
    const named = declaredModule({ take }, [
      { name: "a", needs: ["b", "z?"], compute: { op: "call", export: "take", style: "named", keys: ["x", "y", "z"], arguments: [{ value: ["parameterize", "a", "x"] }, { dependency: 0 }, { dependency: 1 }] } },
    ]);
    build(named).executeSync(["a"], { inputs: { b: 2 } });
    build(named).executeSync(["a"], { inputs: { b: 2, z: 3 } });
    expect(seen).toEqual([{ x: 1, y: 2 }, { x: 1, y: 2, z: 3 }]);
  });

  test("one object without bound values has the function's own names", () => {
    const flow = declaredModule({ f: ({ own }: { own: number }) => own * 2 }, [
      { name: "f", dependencies: [{ name: "other", parameter: "own", type: "number", optional: false }], compute: { op: "call", export: "f", style: "named" } },
    ]);
    expect(build(flow).executeSync(["f"], { inputs: { other: 4 } })).toEqual({ f: 8 });
  });

  test("finds steps, functions of subdags, and what is declared inside of them", () => {
    const add = (x: number, by: number): number => x + by;
    const inner = { foo: (a: number): number => a + 1, twice: node({ parameterize: { double: { by: 2 } } }, (foo: number, by: number): number => foo * by) };
    const flow = declaredModule(
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
    const flow = declaredModule({ whole }, [
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
