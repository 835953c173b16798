/** The hello example, as ES modules where it stands, and as CommonJS in a folder of its own. */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const ROOT = path.join(__dirname, "../..");
const HELLO = path.join(ROOT, "examples/hello");
const TSPC = require.resolve("ts-patch/bin/tspc.js");

let temporary: string;

beforeAll(() => {
  temporary = fs.mkdtempSync(path.join(os.tmpdir(), "icosian-hello-"));
});

afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

describe.each([
  ["ES modules", () => HELLO],
  ["CommonJS", asCommonJs],
])("as %s", (_, prepare) => {
  let dist: string;

  beforeAll(() => {
    const project = prepare();
    dist = path.join(project, "dist");
    fs.rmSync(dist, { recursive: true, force: true });
    run(TSPC, project);
  });

  test("each dataflow has its manifest, and nothing else has", () => {
    const manifests = fs.readdirSync(dist).filter((file) => file.endsWith(".json"));
    expect(manifests.sort()).toEqual(["alone.manifest.json", "my_dataflow.manifest.json"]);
  });

  test("run.ts prints the result and draws", () => {
    const folder = fs.mkdtempSync(path.join(temporary, "run-"));
    expect(run(path.join(dist, "run.js"), folder)).toBe("14291.666666666666\n");
    expect(fs.readdirSync(folder)).toEqual(["dag.png"]);
    expect(fs.readFileSync(path.join(folder, "dag.png")).subarray(1, 4).toString()).toBe("PNG");
  });

  test("alone.ts imports itself and runs", () => {
    expect(run(path.join(dist, "alone.js"), temporary)).toBe("{ revenue: 60, average_order: 20 }\n");
  });
});

test("both are what they are called", () => {
  const script = (project: string) => fs.readFileSync(path.join(project, "dist/alone.js"), "utf8");
  expect(script(HELLO)).toContain('import * as self from "./alone.js"');
  expect(script(path.join(temporary, "commonjs"))).toContain('require("./alone.js")');
});

/** A copy whose package is CommonJS: the scripts' own part, which awaits, goes into a function. */
function asCommonJs(): string {
  const project = path.join(temporary, "commonjs");
  fs.cpSync(path.join(HELLO, "src"), path.join(project, "src"), { recursive: true });
  fs.copyFileSync(path.join(HELLO, "tsconfig.json"), path.join(project, "tsconfig.json"));
  fs.writeFileSync(path.join(project, "package.json"), '{ "type": "commonjs" }');
  fs.symlinkSync(path.join(ROOT, "node_modules"), path.join(project, "node_modules"));
  for (const script of ["run.ts", "alone.ts"]) {
    const file = path.join(project, "src", script);
    fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace(/^const dr = .*/ms, "void (async () => {\n$&})();\n"));
  }
  return project;
}

function run(script: string, cwd: string): string {
  return execFileSync(process.execPath, [script], { cwd, encoding: "utf8" });
}
