/** Hamilton's tests and samples of `parameterize`, `parameterize_values`, `parameterize_sources`, `parameterize_extract_columns`, `inject` and `does`, with ours beside them. */
import { holdAgainst } from "./cases";
import * as flow from "./parameterize.flow";

holdAgainst(flow, {
  "a single value": { nodes: { only_node_name: [] }, results: { only_node_name: "only_value" }, docs: { only_node_name: "only_doc" } },
  "two values": { nodes: { node_name_1: [], node_value_2: [] }, results: { node_name_1: "value_1", node_value_2: "value_2" } },
  "a parameter beside the value": {
    nodes: { static_1: ["fixed"], static_2: ["fixed"] },
    inputs: { fixed: "static_param" },
    results: { static_1: ["value_1", "static_param"], static_2: ["value_2", "static_param"] },
  },
  "sources": {
    nodes: { test_1: ["input_1", "input_2", "fixed"], test_2: ["input_1", "input_2", "fixed"] },
    inputs: { input_1: "1", input_2: "2", fixed: "3" },
    results: { test_1: "123", test_2: "213" },
    docs: { test_1: "Function with input_1 as first input", test_2: "Function with input_2 as first input" },
  },
  "no replacement": {
    nodes: { replace_no_parameters: ["literal_parameter", "upstream_parameter"] },
    inputs: { upstream_parameter: "foo", literal_parameter: "bar" },
    results: { replace_no_parameters: "foobar" },
  },
  "just the upstream parameter": {
    nodes: { replace_just_upstream_parameter: ["literal_parameter", "foo_source"] },
    inputs: { foo_source: "foo", literal_parameter: "bar" },
    results: { replace_just_upstream_parameter: "foobar" },
    docs: { replace_just_upstream_parameter: "Concatenates foo_source with literal_parameter" },
  },
  "just the literal": { nodes: { replace_just_literal_parameter: ["upstream_parameter"] }, inputs: { upstream_parameter: "foo" }, results: { replace_just_literal_parameter: "foobar" } },
  "both": {
    nodes: { replace_both_parameters: ["foo_source"] },
    inputs: { foo_source: "foo" },
    results: { replace_both_parameters: "foobar" },
    docs: { replace_both_parameters: "Concatenates foo_source with literal_parameter" },
  },
  "a group of literals": { nodes: { of_literals: [] }, results: { of_literals: 6 } },
  "a group of sources": { nodes: { of_sources: ["foo", "bar", "baz"] }, inputs: { foo: 1, bar: 2, baz: 3 }, results: { of_sources: 6 } },
  "inject: a group of both": { nodes: { a_plus_10_plus_b_plus_2: ["a", "b"] }, inputs: { a: 1, b: 5 }, results: { a_plus_10_plus_b_plus_2: 18 } },
  "inject: a group by name": { nodes: { nums_by_name: ["a"] }, inputs: { a: 1 }, results: { nums_by_name: ["a=1", "ten=10"] } },
  "days shifted": {
    nodes: { election_shifted: ["election_2016"], output_name: ["input_name"] },
    inputs: { election_2016: [1, 2, 3, 4], input_name: [1, 2] },
    results: { election_shifted: [null, null, null, 1], output_name: [null, 1] },
  },
  "columns, parameterized": {
    nodes: {
      fn_0: ["inseries1a", "inseries1b"],
      fn_0_outseries1: ["fn_0"],
      fn_0_outseries2: ["fn_0"],
      fn_1: ["inseries2a", "inseries2b"],
      fn_1_outseries1: ["fn_1"],
      fn_1_outseries2: ["fn_1"],
    },
    inputs: { inseries1a: [1], inseries1b: [1], inseries2a: [1], inseries2b: [1] },
    results: { fn_0_outseries1: [10], fn_0_outseries2: [12], fn_1_outseries1: [100], fn_1_outseries2: [102] },
  },
  "does: a sum": { nodes: { to_modify: ["param1", "param2"] }, inputs: { param1: 1, param2: 1 }, results: { to_modify: 2 } },
  "does: sets": {
    nodes: { to_modify_sets: ["list1", "list2"] },
    inputs: { list1: [1, 2, 3], list2: [4, 5, 6] },
    results: { to_modify_sets: new Set([1, 2, 3, 4, 5, 6]) },
  },
  "does: defaults": { nodes: { with_defaults: ["param0", "paramb1", "paramb2"] }, inputs: { param0: 0 }, results: { with_defaults: 3 } },
  "does: defaults that are given": { nodes: {}, inputs: { param0: 0, paramb1: 0, paramb2: 0 }, results: { with_defaults: 0 } },
  "does: arguments mapped": { nodes: { mapped_arguments: ["parama", "paramb", "paramc"] }, inputs: { parama: 0 }, results: { mapped_arguments: 2 } },
  "does: arguments mapped and given": { nodes: {}, inputs: { parama: 1, paramb: 4 }, results: { mapped_arguments: 9 } },
});
