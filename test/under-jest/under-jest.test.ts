/** Jest, with ts-jest on a patched compiler: what a user's own tests of a dataflow look like. */
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { Builder, ManifestError } from "icosian";
import { emptyFolder } from "../packed";
import * as prices from "./prices.flow";

test("the plugin compiles the modules that tests import", async () => {
  const dr = new Builder().withModules(prices).build();
  const { gross, tax } = await dr.execute(["gross", "tax"], { inputs: { prices: [10, 20], rate: 0.1 } });
  expect([gross, tax]).toEqual([33, 3]);
});

test("a function can be replaced by a spy", () => {
  const tax = jest.fn((net: number) => net / 2);
  const dr = new Builder().withModules({ ...prices, tax }).build();
  expect(dr.executeSync(["tax"], { inputs: { prices: [10] } })).toEqual({ tax: 5 });
  expect(tax).toHaveBeenCalledWith(10, undefined);
});

test("an automatic mock is refused by its own error", () => {
  const mocked = jest.createMockFromModule<typeof prices>("./prices.flow");
  expect(() => new Builder().withModules(mocked).build()).toThrow(ManifestError);
  expect(() => new Builder().withModules(mocked).build()).toThrow(/mock/);
});

test("a mismatch fails the suite that imports it, in the words of tsc", () => {
  const folder = emptyFolder();
  symlinkSync(path.resolve(__dirname, "../../node_modules"), path.join(folder.path, "node_modules"));
  const write = (name: string, text: string): void => writeFileSync(path.join(folder.path, name), text);
  write("package.json", `{ "jest": { "transform": { "\\\\.ts$": ["ts-jest", { "compiler": "ts-patch/compiler" }] } } }`);
  write("tsconfig.json", readFileSync(path.join(__dirname, "../tsconfig.json"), "utf8").replace(/"(extends|rootDir)".*\n/g, ""));
  write("wrong.flow.ts", "export const A = (): number => 1;\nexport const B = (A: string): string => A;\n");
  write("wrong.test.ts", `import * as wrong from "./wrong.flow";\ntest("runs", () => expect(wrong.A()).toBe(1));\n`);
  const printed = stripVTControlCharacters(folder.run("npx jest 2>&1 || true"));
  folder.remove();
  expect(printed).toContain("TS72201: The result of 'A' cannot be passed to parameter 'A' of 'B'.");
  expect(printed).toContain("1 failed");
});
