/**
 * Requests to the driver of `SHOP`, and what else a file does with Builders. Each row is two, a mistaken and a mended
 * one, and is run: the runtime refuses what the compiler does, except where only types can tell.
 */
export const SHOP = `
export interface Order { readonly amount: number; readonly lines: readonly { readonly sku: string }[] }
export const orders = (url: string, pages = 1): Order[] => [{ amount: url.length + pages, lines: [] }];
/** @tag sort */
export const revenue = (orders: readonly Order[]): number => orders.length;
export const profit = (revenue: number, mode: "net" | "gross", fees?: number): number => (mode === "net" ? revenue : 2 * revenue) - (fees ?? 0);
export const label = async (profit: number, title: string | undefined): Promise<string> => (title ?? "") + profit;
export const span = (pair: [number, number]): number => pair[1] - pair[0];
export const address = ({ street, zip = "1000" }: { street: string; zip?: string }): string => street + zip;
export const hours = (options: { from: number; to?: number; parse?: (text: string) => number }): number => options.from;
`;

/** Modules that are composed with it. */
export const OTHERS = {
  tax: `export const tax = (profit: number, region: "us" | "eu"): number => (region === "us" ? profit : 2 * profit);`,
  wrongTax: `export const tax = (profit: string, region: "us" | "eu"): string => profit + region;`,
  years: `export const year = (url: number): number => url;`,
  looped: `export const url = (profit: number): string => String(profit);`,
  rival: `export const revenue = (url: string): number => url.length;`,
};

/** What rows may use: values whose types say more, or less, than they are. */
export const GIVEN = `import { Builder } from "icosian";
import * as shop from "./shop.js";
import * as tax from "./tax.js";
export const driver = new Builder().withModules(shop, tax).withConfig({ region: "us" }).build();
export const text: string = "text";
export const url: string = "url";
export const flag: boolean = Math.random() < 2;
export const numbers: number[] = [1, 2, 3];
export const maybe: { url?: string; mode?: "net" } = { url: "url" };
export const odd: { url: string; colour?: string } = { url: "url" };
export const record: Record<string, never> = {};
export const anything: any = { url: "url", mode: "net" };
export const open: { readonly [name: string]: unknown } = { url: "url", mode: "net" };
export class Settings { url = "url"; mode = "net" as const; }
`;

export const REQUESTS: Readonly<Record<string, readonly (readonly [name: string, text: string, codes: number | readonly number[], onlyTypes?: "only types"])[]>> = {
  "names asked for": [
    ["unknown", `await driver.execute(["«profits → profit»"], { inputs: { url, mode: "net" } });`, 2820],
    ["unknown to a driver that tells nothing of its nodes", `await (driver as Driver).execute(["«profits → profit»"], { inputs: { url, mode: "net" } });`, 72501],
    ["unknown in a constant", `const names = ["revenue", "«profits → profit»"] as const; await driver.execute(names, { inputs: { url, mode: "net" } });`, 2345],
    ["unknown in a spread", `const names = ["«profits → profit»"] as const; await driver.execute(["revenue", ...names], { inputs: { url, mode: "net" } });`, 2820],
    ["an input that is not given", `await driver.execute(["url"], { inputs: { «mode: "net" → url» } });`, 2322],
    ["unknown to validateExecution", `(driver as Driver).validateExecution(["«revenu → revenue»"], { inputs: { url } });`, 72501],
    ["unknown where config is given", `await driver.execute(["«regio → region»"]);`, 2820],
  ],
  "names in questions and drawings": [
    ["upstream", `driver.whatIsUpstreamOf("revenue", "«profits → profit»");`, 72501],
    ["downstream", `driver.whatIsDownstreamOf("«revenu → revenue»");`, 72501],
    ["a path", `driver.whatIsThePathBetween("orders", "«profits → profit»");`, 72501],
    ["a plan", `driver.explainPlan(["«profits → profit»"]);`, 72501],
    ["an input of a plan", `driver.explainPlan(["profit"], { inputs: { «urls → url»: "x" } });`, 72503],
    ["an override in a plan", `driver.exportExecution(["profit"], { overrides: { «revenu → revenue»: 1 } });`, 72504],
    ["a schema", `driver.inputSchema(["«profits → profit»"]);`, 72501],
    ["a drawn execution", `await driver.visualizeExecution(["«profits → profit»"]);`, 72501],
    ["an input of a drawn execution", `await driver.visualizeExecution(["profit"], undefined, { inputs: { «urls → url»: "x" } });`, 72503],
    ["a drawn path", `await driver.visualizePathBetween("«order → orders»", "profit");`, 72501],
    ["drawn upstream", `await driver.displayUpstreamOf(["«profits → profit»"]);`, 72501],
    ["drawn downstream", `await driver.displayDownstreamOf(["«revenu → revenue»"]);`, 72501],
  ],
  "names in policies": [
    ["a node that is timed out", `await driver.execute(["revenue"], { inputs: { url }, timeout: { nodes: { «revenu → revenue»: 9 } } });`, 72512],
    ["a node that is tried again", `await driver.execute(["revenue"], { inputs: { url }, retry: { default: 1, nodes: { «order → orders»: { times: 2 } } } });`, 72512],
    ["a tag", `await driver.execute(["revenue"], { inputs: { url }, timeout: { tags: { «slow → sort»: 9 } } });`, 72513],
    ["a pool", `await driver.execute(["revenue"], { inputs: { url }, concurrency: { default: 2, «sorted → sort»: 1 } });`, 72514],
    ["in constant options", `const options = { inputs: { url }, retry: { tags: { «srt → sort»: 1 } } }; await driver.execute(["revenue"], options);`, 72513],
  ],
  "inputs that are missing": [
    ["none", `await driver.execute(["revenue"]«→, { inputs: { url } }»);`, 72502],
    ["one of two", `await driver.execute(["profit"], { inputs: { url«→, mode: "net"» } });`, 72502],
    ["behind several nodes", `await driver.execute(["label"], { inputs: { mode: "net"«→, url» } });`, 72502],
    ["of a destructured object", `await driver.execute(["address"], { inputs: { «zip: "1" → street: "x"» } });`, 72502],
    ["in a constant", `const inputs = { mode: "net"«→, url» } as const; await driver.execute(["profit"], { inputs });`, 72502],
    ["in constant options", `const options = { inputs: { mode: "net" as const«→, url» } }; await driver.execute(["profit"], options);`, 72502],
    ["though another node is overridden", `await driver.execute(["profit"], { inputs: { mode: "net" }, overrides: { «span → orders»: «1 → []» } });`, 72502],
    ["in satisfies", `await driver.execute(["revenue"], { inputs: {«→ url» } satisfies object });`, 72502],
    ["with undefined for the options", `await driver.execute(["revenue"], «undefined → { inputs: { url } }»);`, 72502],
    ["with undefined for the inputs", `await driver.execute(["revenue"], { inputs: «undefined → { url }» });`, 72502],
    ["to a driver from a function", `const make = () => driver; await make().execute(["revenue"], { inputs: {«→ url» } });`, 72502],
    ["to executeSync", `driver.executeSync(["revenue"], { inputs: {«→ url» } });`, 72502],
    ["to validateExecution", `driver.validateExecution(["profit"], { inputs: { url«→, mode: "gross"» } });`, 72502],
    ["through a parameter's type", `const run = (inputs: { mode: "net"«→; url: string» }) => driver.execute(["profit"], { inputs }); await run({ mode: "net"«→, url» });`, 72502],
    ["of a class", `class Inputs { mode = "net" as const;«→ url = "x";» } await driver.execute(["profit"], { inputs: new Inputs() });`, 72502],
    ["in an empty literal", `await driver.execute(["revenue"], { inputs: {«→ url» } });`, 72502],
  ],
  "inputs of a wrong type": [
    ["a literal", `await driver.execute(["revenue"], { inputs: { url: «5 → "5"» } });`, 72507],
    ["a shorthand", `const mode = "«nett → net»"; await driver.execute(["profit"], { inputs: { url, mode } });`, 72507],
    ["a wider type", `await driver.execute(["profit"], { inputs: { url, mode: «text → "net"» } });`, 72507],
    ["in a constant", `const inputs = { url, mode: "«nett → net»" } as const; await driver.execute(["profit"], { inputs });`, 72507],
    ["a widened literal in a constant", `const inputs = { url, mode: "«nett → net»"«→ as const» }; await driver.execute(["profit"], { inputs });`, 72507],
    ["null for what may be left out", `await driver.execute(["profit"], { inputs: { url, mode: "net", fees: «null → undefined» } });`, 72507],
    ["undefined for what is needed", `await driver.execute(["revenue"], { inputs: { url: «undefined → ""» } });`, 72507],
    ["a promise", `await driver.execute(["revenue"], { inputs: { url: «Promise.resolve("x") → await Promise.resolve("x")» } });`, 72507],
    ["deep in a literal", `await driver.execute(["hours"], { inputs: { options: { from: «"8" → 8» } } });`, 72507, "only types"],
    ["deep in a variable", `const options = { from: «"8" → 8» }; await driver.execute(["hours"], { inputs: { options } });`, 72507, "only types"],
    ["a tuple's length", `await driver.execute(["span"], { inputs: { pair: [1«→, 2»] } });`, 72507],
    ["one of a conditional", `await driver.execute(["profit"], { inputs: { url, mode: flag ? "«nett → net»" : "gross" } });`, 72507],
    ["after a spread", `await driver.execute(["profit"], { inputs: { ...maybe, mode: "«nett → net»", url } });`, 72507],
    ["within a spread", `await driver.execute(["profit"], { inputs: { url, ...{ mode: "«nett → net»" as const } } });`, 72507],
    ["two at once, of which one is right", `const mode = "net"; await driver.execute(["profit"], { inputs: { url: «5 → "5"», mode } });`, 72507],
    ["of a default", `await driver.execute(["revenue"], { inputs: { url, pages: «"2" → 2» } });`, 72507],
    ["quoted", `await driver.execute(["revenue"], { inputs: { "url": «5 → "5"» } });`, 72507],
    ["computed from a literal", `await driver.execute(["revenue"], { inputs: { ["url"]: «5 → "5"» } });`, 72507],
    ["of a destructured object", `await driver.execute(["address"], { inputs: { street: «1 → "x"» } });`, 72507],
  ],
  "inputs that are none": [
    ["unknown", `await driver.execute(["revenue"], { inputs: { url, «urls → pages»: 1 } });`, 72503],
    ["in a variable", `const inputs = { url, «urls → pages»: 1 }; await driver.execute(["revenue"], { inputs });`, 72503],
    ["computed by a node", `await driver.execute(["profit"], { inputs: { url, mode: "net"«, revenue: 1 →» } });`, 72505],
    ["in config as well", `await driver.execute(["tax"], { inputs: { url, mode: "net"«, region: "us" →» } });`, 72506],
    ["undefined", `await driver.execute(["revenue"], { inputs: { url, «urls → pages»: undefined } });`, 72503],
  ],
  overrides: [
    ["of a wrong type", `await driver.execute(["profit"], { inputs: { mode: "net" }, overrides: { revenue: «"1" → 1» } });`, 2322, "only types"],
    ["of a wrong type, for a driver that tells nothing", `await (driver as Driver).execute(["profit"], { inputs: { mode: "net" }, overrides: { revenue: «"1" → 1» } });`, 72508, "only types"],
    ["unknown", `await driver.execute(["profit"], { inputs: { url, mode: "net" }, overrides: { «revenues → revenue»: 1 } });`, 72504],
    ["a promise for an asynchronous node", `await driver.execute(["label"], { overrides: { label: «Promise.resolve("x") → "x"» } });`, 2322, "only types"],
    ["deep in one", `await driver.execute(["revenue"], { overrides: { orders: [{ amount: «"1" → 1», lines: [] }] } });`, 2322, "only types"],
    ["of an input", `await driver.execute(["revenue"], { overrides: { url: «5 → "5"» } });`, 72508, "only types"],
  ],
  executeSync: [
    ["an asynchronous node", `driver.executeSync(["«label → profit»"], { inputs: { url, mode: "net" } });`, 72510],
    ["an asynchronous node that is overridden", `driver.executeSync(["label"], { «inputs: { url, mode: "net" } → overrides: { label: "x" }» });`, 72510],
  ],
  config: [
    ["of a wrong type", `new Builder().withModules(shop).withConfig({ mode: "«nett → net»" }).build();`, 72509],
    ["of a wrong type for a node's consumers", `new Builder().withModules(shop).withConfig({ revenue: «"1" → 1» }).build();`, 72509, "only types"],
    ["from a constant", `const config = { url: «5 → "5"» }; new Builder().withModules(shop).withConfig(config).build();`, 72509],
    ["in one of two calls", `new Builder().withConfig({ url }).withModules(shop).withConfig({ pages: «"2" → 2» }).build();`, 72509],
    ["that leaves an input missing", `await new Builder().withModules(shop).withConfig({ «mode: "net" → url» }).build().execute(["revenue"]);`, 72502],
  ],
  compositions: [
    ["one name in two modules", `new Builder().withModules(shop, rival)«→ .allowModuleOverrides()».build();`, 72401],
    ["one name in two modules, in steps", `const base = new Builder().withModules(shop); base«→ .allowModuleOverrides()».withModules(rival).build();`, 72401],
    ["an edge between modules", `new Builder().withModules(shop, «wrongTax → tax»).withConfig({ region: "us" }).build();`, 72201],
    ["inputs of two modules", `new Builder().withModules(shop, «years → tax»).withConfig({ region: "us" }).build();`, 72302],
    ["a cycle through modules", `new Builder().withModules(shop, «looped → tax»).withConfig({ region: "us" }).build();`, 72202],
    ["a Builder thrown away", `const builder = new Builder(); «builder → const whole = builder».withModules(shop); await «builder → whole».build().execute(["revenue"], { inputs: { url } });`, [72403, 2322, 72503]],
  ],
};
