/** What the plugin makes of `pipe`, run: each step is a node, and does what the functions do, called one after the other. */
import { Builder, type Driver } from "icosian";
import * as flow from "./pipe.flow";

const driver = new Builder().withModules(flow).build();

test("each step is a node, with what it is bound to", async () => {
  const inputs = { x: 1000, offset: 3, unit: 2 };
  expect(await driver.execute(["score.raw", "score.log", "score.clip", "score.shifted", "score.weighed", "score"], { inputs })).toEqual({
    "score.raw": 10_000,
    "score.log": 4,
    "score.clip": 2,
    "score.shifted": 5,
    "score.weighed": 5,
    score: 5,
  });
});

test("a step stands on what comes before it", () => {
  const names = driver.whatIsUpstreamOf("score.clip").map(({ name }) => name);
  expect(names.sort()).toEqual(["floor", "score.clip", "score.log", "score.raw", "x"]);
});

test("steps wait for each other, and what is left out has its default", async () => {
  const { waited } = await driver.execute(["waited"], { overrides: { score: 7 } });
  expect(waited).toBe("7 by 1");
  expect(await driver.execute(["waited"], { overrides: { score: 7 }, inputs: { factor: 2 } })).toEqual({ waited: "7 by 2" });
});

test("each entry of `parameterize` has steps of its own", async () => {
  expect(await driver.execute(["lag1", "lag7", "lag7.raw", "lag1.negated"], { inputs: { x: 2 } })).toEqual({ lag1: -2, lag7: -14, "lag7.raw": 14, "lag1.negated": -2 });
});

test("a step can be overridden, and what comes before it is not run", () => {
  expect(driver.executeSync(["score.shifted"], { inputs: { offset: 1 }, overrides: { "score.clip": 40 } })).toEqual({ "score.shifted": 41 });
});

test("the function itself is called as before", () => {
  expect(flow.score(2)).toBe(20);
  expect(flow.lag(2, 3)).toBe(6);
});

describe("a step that config leaves out", () => {
  const configs = [undefined, true, false].flatMap((doubled) => ["clip", "both", "none", undefined].flatMap((mode) => [undefined, true].map((raw) => ({ doubled, mode, raw }))));

  test.each(configs)("is no node, and what follows takes the one before: %j", async ({ doubled, mode, raw }) => {
    const config = Object.fromEntries(Object.entries({ doubled, mode, raw }).filter(([, value]) => value !== undefined));
    const configured: Driver<any> = new Builder().withModules(flow).withConfig(config).build();
    const steps = new Set(configured.listAvailableVariables().map(({ name }) => name).filter((name) => name.startsWith("chosen.")));
    let value: unknown = 7;
    const expected = ["chosen.raw"];
    if (doubled === true) {
      value = 14;
      expected.push("chosen.doubled");
    }
    if ((mode === "clip" || mode === "both") && raw !== true) {
      value = 5;
      expected.push("chosen.clip");
    }
    if (mode !== "clip" && doubled === true) {
      value = String(value);
      expected.push("chosen.text");
    }
    expect([...steps].sort()).toEqual(expected.sort());
    expect(await configured.execute(["chosen", "chosen_some"], { inputs: { x: 7 } })).toMatchObject({ chosen: value, chosen_some: { passed: true } });
  });
});
