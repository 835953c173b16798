/** What the plugin makes of `check`, run: the value, what is said of it, and the gate. */
import { Builder, CheckError, NodeError } from "icosian";
import { failure } from "../runtime/module";
import * as flow from "./check.flow";

const driver = new Builder().withModules(flow).build();

test("what passes goes on, and each validator tells so", async () => {
  const results = await driver.execute(["total", "total_raw", "total_positive", "total_small", "total_whole", "half"], { inputs: { spend: [2, 4] } });
  expect(results).toMatchObject({ total: 6, total_raw: 6, half: 3 });
  expect(results.total_positive).toMatchObject({ name: "positive", importance: "warn", passed: true, issues: [] });
  expect(results.total_small).toMatchObject({ name: "small", importance: "fail", passed: true });
  expect(results.total_whole).toMatchObject({ name: "whole", importance: "warn", passed: true });
});

test("a warning is told of, and the value goes on", async () => {
  const { half, total_positive, total_whole } = await driver.execute(["half", "total_positive", "total_whole"], { inputs: { spend: [-2.5] } });
  expect(half).toBe(-1.25);
  expect([total_positive.passed, total_whole.passed]).toEqual([false, false]);
});

test("what fails for good ends the run, after all have judged", async () => {
  const error = await failure(() => driver.execute(["half"], { inputs: { spend: [100.5] } }));
  expect(error).toBeInstanceOf(NodeError);
  expect(error.cause).toBeInstanceOf(CheckError);
  expect(error.cause.message).toMatch(/total/);
  expect(await driver.execute(["total_raw", "total_small"], { inputs: { spend: [100.5] } })).toMatchObject({ total_raw: 100.5, total_small: { passed: false } });
});

test("checks are on the whole of what is extracted", async () => {
  expect(await driver.execute(["id", "rows_some"], { inputs: { ids: ["a", "b"] } })).toMatchObject({ id: ["a", "b"], rows_some: { passed: true } });
  const error = await failure(() => driver.execute(["id"], { inputs: { ids: ["a", "c"] } }));
  expect(error.cause).toBeInstanceOf(CheckError);
  expect((await driver.execute(["rows_shaped"], { inputs: { ids: ["a", "c"] } })).rows_shaped.issues).toMatchObject([{ path: [1, "id"] }]);
});

test("checks come after the pipe", async () => {
  expect(await driver.execute(["piped", "piped_raw", "piped_long"], { inputs: { x: 12 } })).toMatchObject({ piped: "12", piped_raw: "12", piped_long: { passed: false } });
});

test("an override of the value before is judged, one of the value itself is not", async () => {
  const error = await failure(() => driver.execute(["total"], { overrides: { total_raw: 1000 } }));
  expect(error.cause).toBeInstanceOf(CheckError);
  expect(await driver.execute(["total"], { overrides: { total: 1000 } })).toEqual({ total: 1000 });
});
