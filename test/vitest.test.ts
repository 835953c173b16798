/** Traces as vitest keeps them: written by its first run, compared by the next, and told apart when a value changes. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { emptyFolder, type Folder, pack } from "./packed";

let folder: Folder;

beforeAll(() => {
  folder = emptyFolder();
  folder.run(`npm init -y && npm pkg set type=module && npm install vitest@4 ${pack(folder)}`);
}, 300_000);

afterAll(() => folder.remove());

const NODE = '{ name: "A", type: "Map<number, Date>", dependencies: [], compute: { op: "call", export: "A" }, async: false, location: { line: 1, column: 1 } }';
const testOf = (value: number): string => `
  import { expect, test } from "vitest";
  import { Builder } from "icosian";
  import { traceOf } from "icosian/testing";
  const $manifest = { manifestVersion: 1, module: "m", source: "m.ts", inputs: [], nodes: [${NODE}] };
  const dr = new Builder().withModules({ A: () => new Map([[${value}, new Date(0)]]), $manifest }).build();
  test("trace", async () => expect(await traceOf(dr, ["A"])).toMatchSnapshot());
`;

test("written, compared, told apart", () => {
  const run = (value: number, options = ""): string => {
    writeFileSync(path.join(folder.path, "trace.test.js"), testOf(value));
    return folder.run(`NO_COLOR=1 CI= npx vitest run ${options} 2>&1 || echo exit $?`);
  };
  expect(run(1)).toContain("1 written");
  expect(run(1, "--reporter=verbose")).not.toMatch(/written|exit/);
  expect(run(2)).toMatch(/mismatched[^]*exit 1/);
}, 120_000);
