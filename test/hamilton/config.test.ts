/** Hamilton's tests of `config.when` and its kin, with ours beside them. */
import { Builder, type Driver } from "icosian";
import { failure } from "../runtime/module";
import { holdAgainst } from "./cases";
import * as flow from "./config.flow";

const driverWith = (config: object): Driver => new Builder().withModules(flow).withConfig(config).build() as Driver;
const hasNode = (name: string, config: object): boolean => driverWith(config).listAvailableVariables().some((variable) => variable.name === name && variable.kind === "function");

test.each<[string, object, boolean]>([
  ["fn", { key: "value" }, true],
  ["fn", { key: "wrong_value" }, false],
  ["fn", {}, false],
  ["not", { key: "other_value" }, true],
  ["not", { key: "value" }, false],
  ["not", {}, true],
  ["in", { key: "valid_value" }, true],
  ["in", { key: "another_valid_value" }, true],
  ["in", { key: "not_a_valid_value" }, false],
  ["in", {}, false],
  ["not_in", { key: "invalid_value" }, false],
  ["not_in", { key: "another_invalid_value" }, false],
  ["not_in", { key: "valid_value" }, true],
  ["not_in", {}, true],
  ["all", { key: "value", other: true }, true],
  ["all", { key: "value" }, false],
  ["all", { key: "value", other: true, third: 3 }, false],
  ["fn_name__v2", {}, true],
  ["fn_name", {}, false],
  ["rest__a", { rest: 1 }, true],
  ["rest__a__b", { rest: 1 }, false],
  ["fn__when", { key: "value" }, false],
  ["excluded", {}, false],
])("'%s' under %p: %p", (name, config, is) => expect(hasNode(name, config)).toBe(is));

holdAgainst(flow, {
  "one variant": { config: { region: "us" }, nodes: { price: ["net"], label: ["price"] }, inputs: { net: 100 }, results: { label: "108.00" } },
  "another, with parameters of its own": { config: { region: "uk" }, nodes: { price: ["net", "vat"] }, inputs: { net: 100, vat: 0.2 }, results: { label: "120.00" } },
  "what is left": { config: { region: "fr" }, nodes: { price: ["net"] }, inputs: { net: 100 }, results: { label: "100.00" } },
});

test("a variant that does not stand cannot be requested", async () => {
  const error = await failure(() => driverWith({ key: "other" }).execute(["fn"]));
  expect(error.problems[0].code).toBe("unknown-final-var");
});
