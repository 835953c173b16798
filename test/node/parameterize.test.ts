/** What the plugin makes of `parameterize`, run: each entry does what the function does, called by hand. */
import { Builder } from "icosian";
import * as flow from "./parameterize.flow";

const driver = new Builder().withModules(flow).build();
const series = [1, 2, 3, 4];

test("each entry calls the function with what it binds", async () => {
  const results = await driver.execute(["lag1", "lag2", "lagged"], { inputs: { series, raw: [10, 20, 30], days: 0 } });
  expect(results).toEqual({ lag1: flow.lag(series, 1), lag2: flow.lag([20, 40, 60], 2), lagged: flow.lag(series, 0) });
});

test("the function's own name is no node, and what is bound is no dependency", () => {
  const names = driver.listAvailableVariables().map(({ name }) => name);
  expect(names).toContain("lag1");
  expect(names).not.toContain("lag");
  expect(driver.whatIsUpstreamOf("lag1").map(({ name }) => name).sort()).toEqual(["lag1", "series"]);
  expect(driver.whatIsUpstreamOf("lag2").map(({ name }) => name).sort()).toEqual(["lag2", "raw", "spend"]);
});

test("a group is a list or a record of sources and values", async () => {
  expect(await driver.execute(["mixed", "record"], { inputs: { first: 7, series } })).toEqual({ mixed: "12 €", record: "7 1,7 5 false" });
});

test("a named argument has the function's own name, and is left out where nothing provides it", async () => {
  expect(await driver.execute(["fixed"], { inputs: { currency: "$" } })).toEqual({ fixed: "3 $" });
  expect(await driver.execute(["fixed"], { inputs: { currency: "$", divisor: 2 } })).toEqual({ fixed: "1.5 $" });
});

test("documentation is a template", () => {
  const docs = Object.fromEntries(driver.listAvailableVariables().map(({ name, doc }) => [name, doc]));
  expect(docs).toMatchObject({ lag1: "Spend, 1 days ago", lagged: "Spend, days days ago", mixed: "The sum of first, 2, lag1", fixed: "The sum of [1, 2]" });
});

test("the function itself is called as before", () => {
  expect(flow.lag(series, 1)).toBe(3);
});
