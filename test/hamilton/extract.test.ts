/** Hamilton's tests and samples of `extract_columns`, `extract_fields` and `unpack_fields`, with ours beside them. */
import { Builder } from "icosian";
import { failure } from "../runtime/module";
import { holdAgainst } from "./cases";
import * as flow from "./extract.flow";

holdAgainst(flow, {
  "columns": {
    nodes: { dummy_df_generator: [], col_1: ["dummy_df_generator"], col_2: ["dummy_df_generator"] },
    results: { col_1: [1, 2, 3, 4], col_2: [11, 12, 13, 14] },
    docs: { dummy_df_generator: "dummy doc" },
  },
  "a column that is filled": { nodes: { filled: ["filled_df"] }, results: { filled: [0, 0, 0, 0] } },
  "fields": {
    nodes: { dummy_dict_generator: [], list: ["dummy_dict_generator"], one: ["dummy_dict_generator"], text: ["dummy_dict_generator"] },
    results: { list: [1, 2, 3, 4], one: 1, text: "x" },
    docs: { dummy_dict_generator: "dummy doc" },
  },
  "a field that is filled": { nodes: { there: ["filled_dict"], not_there: ["filled_dict"] }, results: { there: 1, not_there: 1.5 } },
  "parts of split data": {
    nodes: { train_test_split_func: ["rows", "test_size"], x_train: ["train_test_split_func"], x_test: ["train_test_split_func"], fit: ["x_train", "first"] },
    inputs: { rows: [1, 2, 3, 4], test_size: 1 },
    results: { x_train: [1, 2, 3], x_test: [4], fit: 0.75 },
  },
  "unpacked: fewer names than elements": { nodes: { unpacked: ["rows"], first: ["unpacked"], second: ["unpacked"] }, inputs: { rows: [1] }, results: { first: 1, second: "two", unpacked: [1, "two", true] } },
});

test.each(["lacking", "lacking_field"] as const)("'%s' is missing: an error where it is taken", async (name) => {
  const driver = new Builder().withModules(flow).build();
  const error = await failure(() => driver.execute([name]));
  expect([error.code, error.node]).toEqual(["ICOSIAN_NODE_FAILED", name]);
});

test("a tag is that of the parts", () => {
  const tagged = new Builder().withModules(flow).build().listAvailableVariables({ tags: { everyone: "gets" } });
  expect(tagged.map(({ name }) => name)).toEqual(["a", "b"]);
});
