import { Builder } from "icosian";
import { failure, flow, namesOf } from "./module";

// The figures of Apache Hamilton 1.88 for the same dataflow (FACTS 7).
const calls: string[] = [];
const hamilton = flow({
  A: { needs: ["b", "c"], run: (b, c) => (calls.push("A"), b + c) },
  B: { needs: ["A"], run: (A) => (calls.push("B"), A ** 2) },
  C: { needs: ["A", "B", "k?"], run: (A, B, k = 0.5) => (calls.push("C"), A + B * k) },
  D: { needs: ["label", "C"], run: (label, C) => (calls.push("D"), `${label}:${C}`), type: "string" },
  E: { needs: ["A"], run: (A) => (calls.push("E"), -A) },
});
const dr = new Builder().withModules(hamilton).build();
beforeEach(() => void (calls.length = 0));

test("results, with the default of an optional parameter", async () => {
  const inputs = { b: 2, c: 5 };
  expect(await dr.execute(["A", "B", "C"], { inputs })).toEqual({ A: 7, B: 49, C: 31.5 });
  expect(calls.sort()).toEqual(["A", "B", "C"]);
  expect(dr.executeSync(["C"], { inputs: { ...inputs, k: 1 } })).toEqual({ C: 56 });
  expect(dr.executeSync(["D"], { inputs: { ...inputs, label: "x" } })).toEqual({ D: "x:31.5" });
});

test("overrides cut the upstream off", async () => {
  expect(await dr.execute(["C"], { inputs: { b: 2, c: 5 }, overrides: { B: 10 } })).toEqual({ C: 12 });
  expect(calls).toEqual(["A", "C"]);
  calls.length = 0;
  expect(await dr.execute(["C"], { overrides: { A: 3 } })).toEqual({ C: 7.5 });
  expect(calls).toEqual(["B", "C"]);
});

test("overriding an input satisfies it", () => {
  expect(dr.executeSync(["A"], { inputs: { b: 2 }, overrides: { c: 5 } })).toEqual({ A: 7 });
  expect(dr.executeSync(["A"], { inputs: { b: 2, c: 1 }, overrides: { c: 5 } })).toEqual({ A: 7 });
});

test("only what is needed is required; inputs are echoed; duplicates collapse; nothing asked, nothing given", async () => {
  expect(dr.executeSync(["E", "b", "E"], { inputs: { b: 1, c: 2 } })).toEqual({ E: -3, b: 1 });
  expect(calls).toEqual(["A", "E"]);
  expect(await dr.execute([])).toEqual({});
  expect(dr.executeSync(["B"], { inputs: { b: 1, c: 2, label: "not needed" } })).toEqual({ B: 9 });
  expect((await failure(() => dr.executeSync(["k"], { inputs: { b: 1 } }))).problems).toMatchObject([{ code: "missing-input", name: "k", route: ["k"] }]);
});

test("config replaces a node, satisfies an input, and may be asked for", () => {
  const builder = new Builder().withModules(hamilton);
  expect(builder.withConfig({ A: 3 }).build().executeSync(["C"])).toEqual({ C: 7.5 });
  expect(calls).toEqual(["B", "C"]);
  const fixed = builder.withConfig({ b: 1, region: "eu" }).withConfig({ b: 2 }).build();
  expect(fixed.executeSync(["A", "b", "region"], { inputs: { c: 5 } })).toEqual({ A: 7, b: 2, region: "eu" });
  expect(fixed.executeSync(["A", "b"], { inputs: { c: 5 }, overrides: { b: 0 } })).toEqual({ A: 5, b: 0 });
  // The Builder itself is as it was.
  expect(builder.build().executeSync(["A"], { inputs: { b: 1, c: 1 } })).toEqual({ A: 2 });
});

test("null is a value; undefined is one where the input is optional", async () => {
  const seen: unknown[][] = [];
  const driver = new Builder()
    .withModules(flow({ N: { needs: ["x", "y?"], run: (...args) => seen.push(args) }, M: { needs: ["x?", "y?"], named: true, run: (arg) => seen.push(Object.entries(arg)) } }))
    .build();
  driver.executeSync(["N"], { inputs: { x: null } });
  driver.executeSync(["N", "y"], { inputs: { x: 1, y: undefined } });
  driver.executeSync(["M"], { inputs: { y: 2 } });
  driver.executeSync(["M"], { inputs: { y: undefined } });
  expect(seen).toEqual([[null, undefined], [1, undefined], [["y", 2]], [["y", undefined]]]);
  const error = await failure(() => driver.executeSync(["N"], { inputs: { x: undefined } }));
  expect(error.problems).toMatchObject([{ code: "missing-input", name: "x", route: ["N", "x"] }]);
  // The plan of these names is the same; only the value makes the difference.
  expect(driver.executeSync(["x"], { inputs: { x: null } })).toEqual({ x: null });
});

test("questions", () => {
  expect(namesOf(dr.whatIsUpstreamOf("C"))).toEqual(["A", "B", "C", "b", "c", "k"]);
  expect(namesOf(dr.whatIsDownstreamOf("A"))).toEqual(["A", "B", "C", "D", "E"]);
  expect(namesOf(dr.whatIsThePathBetween("A", "D"))).toEqual(["A", "B", "C", "D"]);
  expect(namesOf(dr.whatIsThePathBetween("D", "A"))).toEqual([]);
  expect(namesOf(dr.whatIsThePathBetween("B", "B"))).toEqual(["B"]);
  expect(namesOf(dr.whatIsUpstreamOf("E", "k"))).toEqual(["A", "E", "b", "c", "k"]);
  expect(namesOf(dr.whatIsUpstreamOf())).toEqual([]);
  expect(namesOf(dr.listAvailableVariables())).toEqual(["A", "B", "C", "D", "E", "b", "c", "k", "label"]);
  expect(namesOf(dr.listAvailableVariables(({ isExternalInput, optional }) => isExternalInput && !optional))).toEqual(["b", "c", "label"]);
  expect(dr.listAvailableVariables(({ name }) => name === "C" || name === "k")).toEqual([
    { name: "C", type: "number", kind: "function", isExternalInput: false, optional: false, requiredDependencies: ["A", "B"], optionalDependencies: ["k"], async: false, module: "flow", location: { file: "flow.ts", line: 1, column: 1 } },
    { name: "k", type: "number", kind: "input", isExternalInput: true, optional: true, requiredDependencies: [], optionalDependencies: [] },
  ]);
  expect(() => dr.whatIsUpstreamOf("c_")).toThrow("The dataflow has no node, input or config value 'c_'.");
});

test("inputSchema speaks of the executed part", () => {
  expect(dr.inputSchema(["C"], { overrides: { B: 1 } })).toEqual({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    properties: { b: {}, c: {}, k: {} },
    required: ["b", "c"],
  });
  expect(dr.inputSchema(["C"], { inputs: { b: 1 } })).toMatchObject({ properties: { c: {}, k: {} }, required: ["c"] });
});
