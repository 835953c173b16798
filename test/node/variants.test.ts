/** What the plugin makes of variants: for every config, it finds and the driver has what a hand-written choice has. */
import fs from "node:fs";
import path from "node:path";
import { Builder } from "icosian";
import { compileTexts } from "../compile";
import { failure } from "../runtime/module";
import * as flow from "./variants.flow";

type Value = string | number | boolean | null | undefined;
interface Config {
  readonly region: Value;
  readonly exempt: Value;
  readonly level: Value;
}

const REGIONS: readonly Value[] = ["us", "uk", "de", "fr", null, undefined];
const CONFIGS: readonly Config[] = REGIONS.flatMap((region) =>
  [true, false, 1, undefined].flatMap((exempt) => [null, 2, undefined].map((level) => ({ region, exempt, level }))),
);

function taxOf({ region, exempt }: Config, net: number, rate: number): string {
  if (region === "us") return `us ${net}`;
  return (region === "uk" || region === "de") && exempt !== true ? `vat ${net * rate}` : "none";
}

/** Undefined where the name is an input. */
function codeOf({ region, exempt, level }: Config): number | undefined {
  if (region === "us") return 1;
  return region === "uk" && level === null && exempt !== true && exempt !== 1 ? 44 : undefined;
}

/** A key that is not there and one that is `undefined` are the same. */
function given(config: Config): Record<string, Value> {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));
}

test.each(CONFIGS)("region $region, exempt $exempt, level $level", async (config) => {
  const driver = new Builder().withModules(flow).withConfig(given(config)).build();
  const inputs = { net: 10, rate: 2 };
  const code = codeOf(config);
  expect(await driver.execute(["tax"], { inputs })).toEqual({ tax: taxOf(config, 10, 2) });
  if (code !== undefined) return expect(await driver.execute(["label"], { inputs })).toEqual({ label: `${taxOf(config, 10, 2)} ${code}` });
  expect((await failure(() => driver.execute(["label"], { inputs }))).message).toMatch(/'code'/);
  expect(await driver.execute(["label"], { inputs: { ...inputs, code: 9 } })).toEqual({ label: `${taxOf(config, 10, 2)} 9` });
});

test("the compiler knows of every literal config what the driver has", () => {
  const requests = CONFIGS.map((config) => {
    const literal = JSON.stringify(given(config));
    return `new Builder().withModules(flow).withConfig(${literal}).build().execute(["label"], { inputs: { net: 10, rate: 2 } });`;
  });
  const run = ['import { Builder } from "icosian";', 'import * as flow from "./variants.flow.js";', ...requests].join("\n");
  const { diagnostics } = compileTexts({ "variants.flow.ts": fs.readFileSync(path.join(__dirname, "variants.flow.ts"), "utf8"), "run.ts": run });
  const found = diagnostics.map(({ code, file, start }) => [code, file!.getLineAndCharacterOfPosition(start!).line - 2]);
  expect(found).toEqual(CONFIGS.flatMap((config, index) => (codeOf(config) === undefined ? [[72502, index]] : [])));
});
