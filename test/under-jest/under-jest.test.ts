/** Jest, with ts-jest on a patched compiler: what a user's own tests of a dataflow look like. */
import { symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { Builder, ManifestError } from "icosian";
import ts from "typescript";
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
  const flow = "export const A = (): number => 1;\nexport const B = (A: string): string => A;\n";
  const printed = jestPrints(flow, `import * as flow from "./flow.flow";\ntest("runs", () => expect(flow.A()).toBe(1));\n`, {});
  expect(printed).toContain("TS72201: The result of 'A' cannot be passed to parameter 'A' of 'B'.");
  expect(printed).toContain("1 failed");
});

test("with isolatedModules there are no types and no manifest, and the runtime names the case", () => {
  const flow = "export const A = (): number => 1;\n";
  const test = `import { Builder } from "icosian";\nimport * as flow from "./flow.flow";\ntest("runs", () => void new Builder().withModules(flow).build());\n`;
  const printed = jestPrints(flow, test, { isolatedModules: true });
  expect(printed).toContain("Module 1 of 'withModules' (with the exports 'A') has no manifest: the compiler plugin has not run over it.");
  expect(printed).toContain("Tools that drop types file by file (ts-jest with isolatedModules,");
  expect(printed).toContain("1 failed");
});

/** A project of its own, with ts-jest on a patched compiler. */
function jestPrints(flow: string, test: string, options: object): string {
  const folder = emptyFolder();
  symlinkSync(path.resolve(__dirname, "../../node_modules"), path.join(folder.path, "node_modules"));
  const write = (name: string, text: string): void => writeFileSync(path.join(folder.path, name), text);
  write("package.json", `{ "jest": { "transform": { "\\\\.ts$": ["ts-jest", { "compiler": "ts-patch/compiler" }] } } }`);
  const { compilerOptions } = ts.readConfigFile(path.join(__dirname, "../tsconfig.json"), ts.sys.readFile).config as { compilerOptions: object };
  write("tsconfig.json", JSON.stringify({ compilerOptions: { ...compilerOptions, rootDir: undefined, ...options } }));
  write("flow.flow.ts", flow);
  write("flow.test.ts", test);
  const printed = stripVTControlCharacters(folder.run("npx jest 2>&1 || true"));
  folder.remove();
  return printed;
}
