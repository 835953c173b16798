/** Hamilton's tests and samples of `subdag` and `parameterized_subdag`, with ours beside them. */
import { Builder } from "icosian";
import { holdAgainst } from "./cases";
import * as flow from "./subdag.flow";

holdAgainst(flow, {
  "inner nodes, by their names": {
    nodes: {
      "feature_engineering.foo": ["input_a"],
      "feature_engineering.bar": ["feature_engineering.foo"],
      feature_engineering: ["feature_engineering.bar", "feature_engineering.foo"],
    },
    inputs: { input_a: 2 },
    results: { "feature_engineering.foo": 3, "feature_engineering.bar": 30, feature_engineering: [3, 30] },
  },
  "the same dataflow with other inputs": { nodes: { "other.foo": ["input_b"], "other.bar": ["other.foo", "factor"] }, inputs: { input_b: 1, factor: 5 }, results: { other: 10 } },
  "what is asked of the outer dataflow": { nodes: { "open.foo": ["a"] }, inputs: { a: 6 }, results: { open: 7 } },
  "a config of its own": { nodes: { "small.size": ["input_a"], "big.size": ["input_a"] }, inputs: { input_a: 3 }, results: { small: 3, big: 300 } },
  "one inside of another": { nodes: { "outer.nested.foo": [], "outer.nested": ["outer.nested.foo"], outer: ["outer.nested"] }, results: { outer: 11, "outer.nested.foo": 5 } },
  "all together": { nodes: { total: ["other", "small", "big"] }, inputs: { input_a: 3, input_b: 1, factor: 5 }, results: { total: 313 } },
});

test("inner nodes have their types", async () => {
  const results = await new Builder().withModules(flow).build().execute(["feature_engineering.bar", "outer.nested.foo"], { inputs: { input_a: 2 } });
  const sum: number = results["feature_engineering.bar"] + results["outer.nested.foo"];
  expect(sum).toBe(35);
});
