/** Declared inputs at run time: defaults, documentation, and validators, here zod's. */
import { Builder, RequestError } from "icosian";
import * as vat from "./vat.flow";

const driver = new Builder().withModules(vat).build();
const problemsOf = async (run: () => unknown): Promise<unknown> => {
  try {
    await run();
  } catch (error) {
    return (error as RequestError).problems.map(({ code, message }) => `${code}: ${message}`);
  }
  return [];
};

test("a default stands in, also for undefined; a value, an override and config win over it", () => {
  expect(driver.executeSync(["tax", "rate"], { inputs: { net: 100 } })).toEqual({ tax: 20, rate: 0.2 });
  expect(driver.executeSync(["tax"], { inputs: { net: 100, rate: undefined as never } })).toEqual({ tax: 20 });
  expect(driver.executeSync(["tax"], { inputs: { net: 100, rate: 0 } })).toEqual({ tax: 0 });
  expect(driver.executeSync(["tax"], { inputs: { net: 100 }, overrides: { rate: 0.5 } })).toEqual({ tax: 50 });
  expect(new Builder().withModules(vat).withConfig({ rate: 0.1 }).build().executeSync(["tax"], { inputs: { net: 100 } })).toEqual({ tax: 10 });
});

test("an input without a default is required", async () => {
  expect(await problemsOf(() => new Builder().withModules({ ...vat }).build().executeSync(["tax"]))).toEqual([
    "missing-input: Input 'net' is missing: 'tax' needs input 'net'. Pass it in 'inputs'.",
  ]);
});

test("validators judge what is given, with the path inside it, and together with what else is wrong", async () => {
  const given = { net: -1, lines: [{ text: "a" }, { text: "" }] };
  expect(await problemsOf(() => driver.execute(["invoice"], { inputs: given }))).toEqual([
    expect.stringMatching(/^invalid-input: Input 'net' is not valid: .+0\.$/),
    expect.stringMatching(/^invalid-input: Input 'lines' is not valid at 'lines\[1\]\.text': .+\.$/),
  ]);
  expect(await problemsOf(() => driver.execute(["invoice"], { inputs: given, validateInputs: false }))).toEqual([]);
  expect(await problemsOf(() => driver.validateExecution(["tax"], { inputs: { net: 1 }, overrides: { rate: 2 } }))).toHaveLength(1);
  const configured = new Builder().withModules({ ...vat }).withConfig({ rate: 3 }).build();
  expect(await problemsOf(() => configured.execute(["tax"], { inputs: { net: 1 } }))).toHaveLength(1);
});

test("a validator may be asynchronous where the run is", async () => {
  const customer = (name: string) => ({ inputs: { customer: name } });
  await expect(driver.execute(["greeting"], customer("Ada"))).resolves.toEqual({ greeting: "Dear Ada" });
  expect(await problemsOf(() => driver.execute(["greeting"], customer("unknown")))).toEqual(["invalid-input: Input 'customer' is not valid: is not known."]);
  expect(await problemsOf(() => driver.executeSync(["greeting"], customer("Ada")))).toEqual([expect.stringMatching(/^async-validator: /)]);
});

test("the declaration's text is told wherever the input is", async () => {
  const variable = driver.listAvailableVariables().find(({ name }) => name === "rate");
  expect(variable).toMatchObject({ kind: "input", type: "number", optional: true, doc: "VAT rate" });
  expect(driver.inputSchema(["tax"])).toMatchObject({ required: ["net"], properties: { rate: { description: "VAT rate" } } });
  expect((await driver.displayAllFunctions()).svg).toContain("VAT rate");
});
