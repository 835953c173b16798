/** The table from Hamilton's decorators to what stands for them here: each named node is there, and comes to what is shown. */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { inExample } from "./in-example";

const EXAMPLE = path.join(__dirname, "../../examples/from-hamilton");
const README = fs.readFileSync(path.join(EXAMPLE, "README.md"), "utf8");

/** Of the last column of the table. */
const NAMES = README.split("\n").flatMap((line) => [...(line.split("|").at(-2) ?? "").matchAll(/`([\w.]+)`/g)].map(([, name]) => name!));

let printed: string;

beforeAll(() => {
  printed = execFileSync("npm", ["start", "--silent"], { cwd: EXAMPLE, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}, 60_000);

test("prints what the README shows", () => {
  expect(/^```text\n(.*?)^```/ms.exec(README)![1]).toBe(printed);
});

test("every node of the table is one", () => {
  const nodes = inExample<string[]>(EXAMPLE, ["decorators.flow.js"], "dr.listAvailableVariables(({ kind }) => kind === 'function').map(({ name }) => name)", { region: "fr" });
  expect(NAMES.length).toBeGreaterThanOrEqual(40);
  expect(nodes).toEqual(expect.arrayContaining(NAMES));
});

test("what loads, and what saves", () => {
  const file = path.join(EXAMPLE, "dist", "saved.json");
  const inputs = { series: [3, 1, 8], savePath: file };
  expect(inExample(EXAMPLE, ["decorators.flow.js"], `await dr.execute(["saved"], { inputs: ${JSON.stringify(inputs)} })`)).toEqual({ saved: file });
  expect(inExample(EXAMPLE, ["decorators.flow.js"], `await dr.execute(["loaded"], { inputs: { path: ${JSON.stringify(file)} } })`)).toEqual({ loaded: 132 });
});
