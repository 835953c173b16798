/** What the plugin makes of `subdag`, run: inner nodes by their names, each with what its subdag gives it. */
import { Builder } from "icosian";
import * as flow from "./subdag.flow";

const driver = new Builder().withModules(flow).build();

test("inner nodes take each other first, then what is given, then outer nodes", async () => {
  const results = await driver.execute(["us", "us.net", "us.gross", "us.half", "us.tax"]);
  expect(results).toEqual({ us: "450 225 Monday", "us.net": 300, "us.tax": 150, "us.gross": 450, "us.half": 225 });
});

test("what nobody gives is an outer input; each subdag has nodes of its own", async () => {
  const results = await driver.execute(["eu.net", "eu.rate.converted", "eu.tax", "eu.gross", "eu.gain", "eu.total", "eu"], { inputs: { scale: 10 } });
  // net 60, rate 6 + 3 + 2, tax 660, gross 720, half 360, total 360 + 10 + 1, high 120
  expect(results).toEqual({ "eu.net": 60, "eu.rate.converted": 11, "eu.tax": 660, "eu.gross": 720, "eu.gain": 360, "eu.total": 371, eu: 720 + 371 + 120 });
});

test("declarations inside are expanded inside", async () => {
  expect(await driver.execute(["us.low.raw", "us.low", "us.high_positive", "us.parts", "us.first", "us.second"])).toMatchObject({
    "us.low.raw": 150,
    "us.low": 150,
    "us.high_positive": { passed: true },
    "us.parts": [300, 100],
    "us.first": 300,
    "us.second": 100,
  });
});

test("a subdag in a subdag has what is given to either", async () => {
  expect(await driver.execute(["us.rate", "us.rate.converted"], { inputs: { currency: "USD", base: 5 } })).toEqual({ "us.rate": 14, "us.rate.converted": 14 });
});

test("what is declared in its list alone is expanded there", () => {
  expect(driver.executeSync(["held.made.raw", "held.made", "held.nested.half", "held.nested", "held"])).toEqual({ "held.made.raw": 10, "held.made": 5, "held.nested.half": 4, "held.nested": 9, held: 9 });
});

test("an inner node can be overridden", () => {
  expect(driver.executeSync(["us"], { overrides: { "us.gross": 10 } })).toEqual({ us: "10 5 Monday" });
});

test("the graph is that of the inner nodes", () => {
  const names = driver.whatIsUpstreamOf("us.tax").map(({ name }) => name);
  expect(names.sort()).toEqual(["list", "us.net", "us.tax"]);
});

test("the function itself is called as before", () => {
  expect(flow.us(1, 2, "x")).toBe("1 2 x");
});
