import { node } from "icosian";

const frame = (): { col_1: number; col_2: number; col_3?: number }[] => [1, 2, 3, 4].map((each) => ({ col_1: each, col_2: 10 + each }));
const fields = (): { list: number[]; one: number; text: string; other?: number } => ({ list: [1, 2, 3, 4], one: 1, text: "x" });

/** dummy doc */
export const dummy_df_generator = node({ extract: ["col_1", "col_2"] }, frame);
export const filled_df = node({ extract: { filled: "col_3" }, fillWith: 0 }, frame);
export const lacking_df = node({ extract: { lacking: "col_3" } }, frame);

/** dummy doc */
export const dummy_dict_generator = node({ extract: ["list", "one", "text"] }, fields);
export const filled_dict = node({ extract: { there: "one", not_there: "other" }, fillWith: 1.5 }, fields);
export const lacking_dict = node({ extract: { lacking_field: "other" } }, fields);

/** Of `@extract_fields` in the documentation: what splits data gives its parts. */
export const train_test_split_func = node({ extract: ["x_train", "x_test"] }, (rows: readonly number[], test_size: number): { x_train: readonly number[]; x_test: readonly number[] } => ({
  x_train: rows.slice(0, -test_size),
  x_test: rows.slice(-test_size),
}));

/** Of `@unpack_fields`: the elements of a tuple in order, as many as are named. */
export const unpacked = node({ extract: ["first", "second"] }, (rows: readonly number[]): [number, string, boolean] => [rows.length, "two", true]);

export const fit = (x_train: readonly number[], first: number): number => x_train.length / first;

/** Of `@tag` over `@extract_columns`: all parts have it, the whole has not. */
export const tagged = node({ extract: ["a", "b"], tag: { everyone: "gets" } }, (): { a: number; b: number }[] => [{ a: 1, b: 2 }]);
