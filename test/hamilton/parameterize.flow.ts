import { group, node, source } from "icosian";

/** only_doc */
export const single = node({ parameterize: { only_node_name: { parameter: "only_value" } } }, (parameter: string): string => parameter);

export const expanded = node({ parameterize: { node_name_1: { parameter: "value_1" }, node_value_2: { parameter: "value_2" } } }, (parameter: string): string => parameter);

export const with_static = node(
  { parameterize: { static_1: { parameter: "value_1" }, static_2: { parameter: "value_2" } } },
  (parameter: string, fixed: string): [string, string] => [parameter, fixed],
);

/** Function with {parameter1} as first input */
export const sources = node(
  { parameterize: { test_1: { parameter1: source("input_1"), parameter2: source("input_2") }, test_2: { parameter1: source("input_2"), parameter2: source("input_1") } } },
  (parameter1: string, parameter2: string, fixed: string): string => parameter1 + parameter2 + fixed,
);

/** Concatenates {upstream_parameter} with literal_parameter */
export const concat = node(
  {
    parameterize: {
      replace_no_parameters: {},
      replace_just_upstream_parameter: { upstream_parameter: source("foo_source") },
      replace_just_literal_parameter: { literal_parameter: "bar" },
      replace_both_parameters: { upstream_parameter: source("foo_source"), literal_parameter: "bar" },
    },
  },
  (upstream_parameter: string, literal_parameter: string): string => upstream_parameter + literal_parameter,
);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

export const add_n = node(
  { parameterize: { of_literals: { numbers: group(1, 2, 3) }, of_sources: { numbers: group(source("foo"), source("bar"), source("baz")) } } },
  sum,
);

/** Of `@inject`: one entry. */
export const injected = node({ parameterize: { a_plus_10_plus_b_plus_2: { numbers: group(source("a"), 10, source("b"), 2) } } }, sum);
export const by_name = node(
  { parameterize: { nums_by_name: { numbers: group({ a: source("a"), ten: 10 }) } } },
  (numbers: { readonly a: number; readonly ten: number }): string[] => Object.entries(numbers).map(([name, value]) => `${name}=${value}`),
);

export const shifted = node(
  { parameterize: { election_shifted: { n_off_date: source("election_2016"), shift_by: 3 }, output_name: { n_off_date: source("input_name"), shift_by: 1 } } },
  (n_off_date: readonly number[], shift_by = 1): (number | null)[] => n_off_date.map((_, day) => n_off_date[day - shift_by] ?? null),
);

/** Of `@parameterize_extract_columns`. */
export const columns = node(
  {
    parameterize: {
      fn_0: { input1: source("inseries1a"), input2: source("inseries1b"), input3: 10 },
      fn_1: { input1: source("inseries2a"), input2: source("inseries2b"), input3: 100 },
    },
    extract: ["outseries1", "outseries2"],
  },
  (input1: readonly number[], input2: readonly number[], input3: number): { outseries1: number; outseries2: number }[] =>
    input1.map((each, row) => ({ outseries1: each * input2[row]! * input3, outseries2: each + input2[row]! + input3 })),
);

/** Of `@does`: a function call, or a function whose parameters are told. */
export const to_modify = (param1: number, param2: number): number => sum([param1, param2]);
export const to_modify_sets = (list1: readonly number[], list2: readonly number[]): Set<number> => new Set([...list1, ...list2]);
export const with_defaults = (param0: number, paramb1 = 1, paramb2 = 2): number => sum([param0, paramb1, paramb2]);
export const mapped = node(
  { parameterize: { mapped_arguments: { param0: source("parama"), param1: source("paramb"), param2: source("paramc") } } },
  (param0: number, param1 = 1, param2 = 2): number => param0 + param1 * param2,
);
