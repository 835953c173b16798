import Ajv2020 from "ajv/dist/2020";
import { ArgumentError, Builder, type JsonSchema, RequestError } from "icosian";
import { failure, flow } from "./module";

const ran: string[] = [];
const rows: JsonSchema = { type: "array", items: { type: "object", properties: { name: { type: "string" } }, required: ["name"] } };
const dr = new Builder()
  .withModules(
    flow(
      {
        A: { needs: ["rate", "k?"], run: (rate) => (ran.push("A"), rate) },
        B: { needs: ["A"], run: (A) => (ran.push("B"), A) },
        C: { needs: ["B", "fixed"], run: (B) => (ran.push("C"), B) },
        R: { needs: ["rows"], run: (list) => list.length },
        S: { needs: ["rate"], run: async (rate) => rate, async: true },
        T: { needs: ["S"], run: (S) => S },
      },
      { rate: { type: "number" }, rows, k: { type: "number" } },
    ),
  )
  .withConfig({ fixed: 1 })
  .build();
const open = dr as any;
beforeEach(() => void (ran.length = 0));

test("all problems of a request come together, before anything runs", async () => {
  const error = await failure(() =>
    open.execute(["C", "Bb", "R", "C"], { inputs: { raet: 1, A: 2, fixed: 3, rows: [{ name: "x" }, { name: 5 }] }, overrides: { nothing_like_it: 1 } }),
  );
  expect(error).toBeInstanceOf(RequestError);
  expect(error.code).toBe("ICOSIAN_REQUEST");
  expect(error.problems.map(({ code, name }: any) => `${code} ${name}`)).toEqual([
    "unknown-final-var Bb",
    "unknown-input raet",
    "input-is-computed A",
    "input-in-config fixed",
    "unknown-override nothing_like_it",
    "missing-input rate",
    "wrong-type rows",
  ]);
  for (const { message } of error.problems) expect(error.message).toContain(message);
  const [finalVar, input, computed, , , missing, wrong] = error.problems;
  expect(finalVar).toMatchObject({ suggestion: "B", message: "The dataflow has no node, input or config value 'Bb'. Did you mean 'B'?" });
  expect(input).toMatchObject({ suggestion: "rate" });
  expect(computed.message).toContain("pass it as an override");
  expect(missing).toMatchObject({ route: ["C", "B", "A", "rate"] });
  expect(missing.message).toContain("'C' needs 'B', which needs 'A', which needs input 'rate'");
  expect(wrong).toMatchObject({ path: "rows[1].name", expected: "string", got: "5" });
  expect(ran).toEqual([]);
});

test("validateExecution throws what execute would, and runs nothing", async () => {
  expect(dr.validateExecution(["C"], { inputs: { rate: 1 } })).toBeUndefined();
  expect(ran).toEqual([]);
  for (const options of [{}, { inputs: { rate: "1" } }, { inputs: { rate: 1, x: 1 } }]) {
    const [one, other] = [await failure(() => open.validateExecution(["C"], options)), await failure(() => open.execute(["C"], options))];
    expect(one.message).toBe(other.message);
    expect(one.problems).toEqual(other.problems);
  }
});

test("wrong inputs pass where validation is off, where the input is not needed, and as an override", () => {
  expect(dr.executeSync(["A"], { inputs: { rate: "x" }, validateInputs: false })).toEqual({ A: "x" });
  expect(dr.executeSync(["A"], { inputs: { rate: 1, rows: 5 } })).toEqual({ A: 1 });
  expect(dr.executeSync(["A"], { overrides: { rate: "x" } })).toEqual({ A: "x" });
  expect(() => dr.executeSync(["A"], { inputs: { rate: 1, k: "x" } })).toThrow("Input 'k' has the wrong type: expected number, got \"x\".");
  expect(dr.executeSync(["A"], { inputs: { rate: NaN, k: undefined } })).toEqual({ A: NaN });
});

test("executeSync refuses async nodes of the executed part only", async () => {
  const error = await failure(() => dr.executeSync(["A", "T"], { inputs: { rate: 1 } }));
  expect(error.problems).toMatchObject([{ code: "async-node", name: "S", route: ["T", "S"] }]);
  expect(ran).toEqual([]);
  expect(dr.executeSync(["T"], { overrides: { S: 4 } })).toEqual({ T: 4 });
  expect(await dr.execute(["T"], { inputs: { rate: 3 } })).toEqual({ T: 3 });
});

test("inputSchema accepts exactly the inputs that the request accepts", async () => {
  const validate = new Ajv2020({ strict: false }).compile(dr.inputSchema(["C", "R"]));
  for (const inputs of [{ rate: 1, rows: [] }, { rate: 1, rows: [{ name: "x" }], k: 1 }, { rate: 1 }, { rows: [] }, { rate: "1", rows: [] }, { rate: 1, rows: [{}] }]) {
    const accepted = await open.execute(["C", "R"], { inputs }).then(
      () => true,
      () => false,
    );
    expect([inputs, validate(inputs)]).toEqual([inputs, accepted]);
  }
});

test("$defs of several inputs are merged without a clash", () => {
  const list = (type: "string" | "number"): JsonSchema => ({
    $ref: "#/$defs/List",
    $defs: { List: { type: "object", properties: { value: { type }, next: { $ref: "#/$defs/List" } }, required: ["value"] } },
  });
  const driver = new Builder()
    .withModules(flow({ N: { needs: ["s", "n", "s2"], run: () => 1 } }, { s: list("string"), n: list("number"), s2: list("string") }))
    .build();
  const schema = driver.inputSchema(["N"]) as any;
  expect(Object.keys(schema.$defs)).toEqual(["List", "List_2"]);
  expect(schema.properties.s2).toEqual(schema.properties.s);
  const validate = new Ajv2020({ strict: false }).compile(schema);
  const inputs = (n: unknown) => ({ s: { value: "x", next: { value: "y" } }, s2: { value: "x" }, n: { value: 1, next: { value: n } } });
  expect([validate(inputs(2)), validate(inputs("2"))]).toEqual([true, false]);
});

test("an input that two modules ask for must satisfy both", async () => {
  const one = flow({ X: { needs: ["v"], run: (v) => v } }, { v: { type: "object", properties: { a: { type: "number" } }, required: ["a"] } }, "one");
  const two = flow({ Y: { needs: ["v?"], run: (v) => v } }, { v: { type: "object", properties: { b: { type: "number" } }, required: ["b"] } }, "two");
  const driver = new Builder().withModules(one, two).build();
  expect(driver.executeSync(["X", "Y"], { inputs: { v: { a: 1, b: 2 } } })).toEqual({ X: { a: 1, b: 2 }, Y: { a: 1, b: 2 } });
  expect((await failure(() => driver.executeSync(["X"], { inputs: { v: { a: 1 } } }))).problems[0].path).toBe("v.b");
  expect(driver.listAvailableVariables(({ name }) => name === "v")[0]!.optional).toBe(false);
  expect(driver.executeSync(["Y"])).toEqual({ Y: undefined });
  const validate = new Ajv2020({ strict: false }).compile(driver.inputSchema(["X"]));
  expect([validate({ v: { a: 1, b: 2 } }), validate({ v: { a: 1 } })]).toEqual([true, false]);
});

describe("arguments that a method does not take", () => {
  test.each<[string, () => unknown, string]>([
    ["a name for a list", () => open.execute("C"), `execute(["C"])`],
    ["nothing", () => open.execute(), "not undefined"],
    ["a function among the names", () => open.execute([() => 1]), "Give the function's name."],
    ["a number among the names", () => open.executeSync([1]), "'finalVars[0]' as a name, not 1"],
    ["options null", () => open.execute(["C"], null), "not null"],
    ["options an array", () => open.execute(["C"], []), "not an array"],
    ["a mistyped option", () => open.execute(["C"], { input: { rate: 1 } }), "no option 'input'. Did you mean 'inputs'?"],
    ["inputs as options", () => open.execute(["C"], { rate: 1, customer: 2 }), "'inputs'"],
    ["inputs an array", () => open.execute(["C"], { inputs: [1] }), "not an array"],
    ["inputs null", () => open.execute(["C"], { inputs: null }), "not null"],
    ["inputs a Map", () => open.execute(["C"], { inputs: new Map() }), "Object.fromEntries"],
    ["overrides a string", () => open.execute(["C"], { overrides: "x" }), "not a string"],
    ["a signal that is none", () => open.execute(["C"], { signal: {} }), "AbortSignal"],
    ["a controller for a signal", () => open.execute(["C"], { signal: new AbortController() }), "AbortController"],
    ["concurrency 0", () => open.execute(["C"], { concurrency: 0 }), "an integer from 1, not 0"],
    ["concurrency 1.5", () => open.execute(["C"], { concurrency: 1.5 }), "not 1.5"],
    ["concurrency NaN", () => open.execute(["C"], { concurrency: NaN }), "not NaN"],
    ["concurrency a string", () => open.execute(["C"], { concurrency: "2" }), "a string"],
    ["validateInputs 0", () => open.execute(["C"], { validateInputs: 0 }), "a boolean"],
    ["a run option where nothing runs", () => open.inputSchema(["C"], { concurrency: 1 }), "no option 'concurrency'"],
    ["names as one list", () => open.whatIsUpstreamOf(["C"]), "'names[0]' as a name, not an array"],
    ["one end of a path", () => open.whatIsThePathBetween("C"), "'names[1]' as a name, not undefined"],
    ["a filter that is none", () => open.listAvailableVariables("C"), "a function"],
    ["a number for a path", () => open.displayAllFunctions(5), "the path as a string"],
    ["an unknown option of a drawing", () => open.visualizeExecution(["C"], undefined, { input: {} }), "Did you mean 'inputs'?"],
    ["an unknown option of a drawing", () => open.displayAllFunctions(undefined, { orientation: "LR" }), "no option 'orientation'"],
    ["a name for a list", () => open.displayUpstreamOf("C"), `displayUpstreamOf(["C"])`],
    ["a list for a name", () => open.visualizePathBetween(["C"], "A"), "not an array"],
  ])("%s", async (_, act, part) => {
    const error = await failure(act);
    expect(error).toBeInstanceOf(ArgumentError);
    expect(error.message).toContain(part);
  });
});

test("a long list of problems is cut in the message, and whole in the data", async () => {
  const names = Array.from({ length: 50 }, (_, index) => `unknown_${index}`);
  const error = await failure(() => open.execute(names));
  expect(error.problems).toHaveLength(50);
  expect(error.message).toContain("and 30 more");
});
