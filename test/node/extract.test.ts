/** What the plugin makes of `extract`, run: each part is what a hand would take from the whole. */
import { Builder, NodeError } from "icosian";
import { failure } from "../runtime/module";
import * as flow from "./extract.flow";

const driver = new Builder().withModules(flow).build();
const inputs = { spend: [3, 1, 5], series: [7, 8, 9] };

test("fields, elements by position, and the whole", async () => {
  const results = await driver.execute(["mean", "label", "low", "high", "last", "stats", "range"], { inputs });
  expect(results).toEqual({ mean: 3, label: "many", low: 1, high: 5, last: 5, stats: { mean: 3, label: "many" }, range: [1, 5] });
});

test("columns of a list of records, under other names, filled where they are missing; a record of lists has fields", async () => {
  expect(await driver.execute(["beak", "species", "x", "y"], { inputs })).toEqual({ beak: [39.1, null], species: ["Adelie", "?"], x: [3, 1, 5], y: [9, 1, 25] });
});

test("of what is parameterized, the names are joined", async () => {
  expect(await driver.execute(["lag1_value", "lag2_value", "lag1", "summary"], { inputs })).toEqual({ lag1_value: 8, lag2_value: 9, lag1: { value: 8 }, summary: "3 in 1..5, before 8" });
});

test("what is missing is an error at that node", async () => {
  const error = await failure(() => driver.execute(["label"], { inputs: { spend: [1] } }));
  expect(error).toBeInstanceOf(NodeError);
  expect(error).toMatchObject({ node: "label" });
});

test("tags are on the parts, and not on the whole", () => {
  const tags = Object.fromEntries(driver.listAvailableVariables().map(({ name, tags }) => [name, tags]));
  expect(tags).toMatchObject({ mean: { pii: true }, label: { pii: true } });
  expect(tags["stats"]).toBeUndefined();
});

test("the types of the parts are inferred", async () => {
  const { beak, mean, lag1_value } = await driver.execute(["beak", "mean", "lag1_value"], { inputs });
  const typed: readonly [readonly (number | string | null)[], number, number | null] = [beak, mean, lag1_value];
  expect(typed).toHaveLength(3);
  // @ts-expect-error a number is no string
  const wrong: string = mean;
  expect(wrong).toBe(3);
});
