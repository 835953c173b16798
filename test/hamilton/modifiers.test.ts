/** Hamilton's tests and samples of `pipe_output`, `mutate`, `pipe_input`, `check_output` and `tag`, with ours beside them. */
import { Builder, CheckError, type Driver } from "icosian";
import { failure } from "../runtime/module";
import { holdAgainst } from "./cases";
import * as flow from "./modifiers.flow";

const driver = new Builder().withModules(flow).build() as Driver;

holdAgainst(flow, {
  "pipe_output": {
    nodes: { "piped.raw": ["p"], "piped.node_1": ["piped.raw", "bar_upstream"], "piped.node_2": ["piped.node_1", "bar_upstream"], "piped.node_3": ["piped.node_2", "bar_upstream"], piped: ["piped.node_3"] },
    inputs: { p: 1, bar_upstream: 3 },
    results: { "piped.raw": 1, "piped.node_1": 14, "piped.node_2": 117, "piped.node_3": 1120, piped: 1120 },
  },
  "a step whose condition holds": {
    config: { calc: "on" },
    nodes: { "conditional.always": ["conditional.raw"], "conditional.only": ["conditional.always"], conditional: ["conditional.only"] },
    inputs: { p: 1 },
    results: { conditional: 12 },
  },
  "a step whose condition does not hold": {
    config: { calc: "off" },
    nodes: { "conditional.unless": ["conditional.always"], conditional: ["conditional.unless"] },
    inputs: { p: 1 },
    results: { conditional: 102 },
  },
  "mutate": {
    nodes: { "mutated.raw": ["p"], "mutated.add_one": ["mutated.raw"], "mutated.describe": ["mutated.add_one", "unit"], mutated: ["mutated.describe"] },
    inputs: { p: 2, unit: "m" },
    results: { mutated: "5 m" },
  },
  "pipe_input": { nodes: { clean: ["clean.twice"], uses_clean: ["clean"] }, inputs: { raw: 4 }, results: { uses_clean: 100 } },
  "check_output: one node for each validator, one for what comes in, one for what goes on": {
    nodes: { fn_raw: ["input"], fn_dataset_length: ["fn_raw"], fn_dtype: ["fn_raw"], fn: ["fn_raw", "fn_dataset_length", "fn_dtype"] },
    inputs: { input: [1] },
    results: { fn: [1] },
  },
  "check_output that warns lets pass": { nodes: {}, inputs: { input: [1.5, 2] }, results: { fn: [1.5, 2] } },
  "check_output that fails lets pass what is right": { nodes: { size: ["strict"] }, inputs: { input: [3] }, results: { size: 1 } },
});

test("check_output fails with all that is wrong", async () => {
  const { node, route, cause } = await failure(() => driver.execute(["size"], { inputs: { input: [1.5, 2, 3] } }));
  expect([node, route]).toEqual(["strict", ["size", "strict"]]);
  expect(cause).toBeInstanceOf(CheckError);
  expect(cause.failed.map(({ name }: { name: string }) => name)).toEqual(["dataset_length", "dtype"]);
});

test("validators are told by the node that they judge", () => {
  const validators = driver.listAvailableVariables(({ validates }) => validates !== undefined).map(({ name, validates }) => [name, validates]);
  expect(validators).toEqual([["fn_dataset_length", "fn"], ["fn_dtype", "fn"], ["strict_dataset_length", "strict"], ["strict_dtype", "strict"]]);
});

test.each<[Record<string, any>, string[]]>([
  [{ foo: "bar" }, ["tagged_function", "told"]],
  [{ foo: "bar", bar: "baz" }, ["tagged_function"]],
  [{ foo: ["bar", "other"] }, ["tagged_function", "owned", "told"]],
  [{ foo: null }, ["tagged_function", "owned", "told"]],
  [{ owners: "b" }, ["owned"]],
  [{ owners: ["b", "c"], foo: null }, ["owned"]],
  [{ foo: "none" }, []],
])("tags %p are those of %p", (tags, names) => {
  expect(driver.listAvailableVariables({ tags }).map(({ name }) => name)).toEqual(names);
});
