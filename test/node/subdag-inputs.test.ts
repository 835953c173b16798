/** An input that a module of a subdag declares is one of the outer dataflow, as it is declared: its default, its words and its validator. */
import { Builder } from "icosian";
import { failure } from "../runtime/module";
import * as flow from "./subdag-inputs.flow";

const driver = new Builder().withModules(flow).build();

test("its default counts, in a subdag of a subdag as well, and for whoever else asks for it", () => {
  expect(driver.executeSync(["open", "nested", "more", "rate"], { inputs: { net: 50 } })).toEqual({ open: 60, nested: 120, more: 20, rate: 0.2 });
});

test("a request and the config may give it", () => {
  expect(driver.executeSync(["open", "nested"], { inputs: { net: 50, rate: 1 } })).toEqual({ open: 100, nested: 200 });
  expect(driver.executeSync(["nested"], { overrides: { rate: 1 } })).toEqual({ nested: 200 });
  const fixed = new Builder().withModules(flow).withConfig({ rate: 0.5 }).build();
  expect(fixed.executeSync(["nested", "open"], { inputs: { net: 2 } })).toEqual({ nested: 150, open: 3 });
});

test("its validator judges what is given, and not what the options of a subdag put in its place", () => {
  expect(() => driver.executeSync(["nested"], { inputs: { rate: -1 } })).toThrow(/^Input 'rate' is not valid: /);
  const fixed = new Builder().withModules(flow).withConfig({ rate: -1 }).build();
  expect(() => fixed.executeSync(["nested"])).toThrow(/^Input 'rate' is not valid: /);
  expect(driver.executeSync(["given"])).toEqual({ given: 0 });
});

test("one without a default is required, with the route", () => {
  const names: any = ["open"];
  expect(() => driver.executeSync(names)).toThrow("Input 'net' is missing: 'open' needs 'open.gross', which needs input 'net'. Pass it in 'inputs'.");
  expect(() => driver.validateExecution(["given", "nested"])).not.toThrow();
});

test("variables, schema and drawing tell of it", async () => {
  const { rate, net } = Object.fromEntries(driver.listAvailableVariables().map((each) => [each.name, each]));
  expect(rate).toMatchObject({ kind: "input", optional: true, doc: "VAT rate" });
  expect(net).toMatchObject({ kind: "input", optional: false, doc: "Before tax" });
  expect(driver.inputSchema(["open"])).toMatchObject({ properties: { net: { type: "number" }, rate: { type: "number", description: "VAT rate" } }, required: ["net"] });
  expect(driver.listAvailableVariables().filter(({ name }) => name.endsWith(".rate"))).toEqual([]);
  const { mermaid } = await driver.visualizeExecution(["open"]);
  expect(mermaid.match(/missing/g)?.length).toBe((await driver.visualizeExecution(["open"], undefined, { inputs: { rate: 1 } })).mermaid.match(/missing/g)?.length);
});

test("where something else stands in the subdag's place, its default is lost, and that is told", async () => {
  const replaced = new Builder().withModules({ ...flow, open: (gross: number) => gross }).build();
  const error = await failure(() => replaced.executeSync(["more"]));
  expect(error).toMatchObject({ problems: [{ code: "unread-input", name: "rate" }] });
  expect(error.message).toBe("The default of the input 'rate' is lost: under 'open', module 'subdag-inputs.flow' does not hold what it was compiled with. Keep that, or give the input a value.");
  expect(replaced.executeSync(["more"], { inputs: { rate: 2 } })).toEqual({ more: 200 });
});
