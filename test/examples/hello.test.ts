/** The hello example, in a copy of its own: as ES modules, as it stands, and as CommonJS. */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const ROOT = path.join(__dirname, "../..");
const HELLO = path.join(ROOT, "examples/hello");
const TSPC = path.join(ROOT, "node_modules/.bin/tspc");

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "icosian-hello-"));

afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

describe.each([
  ["module", 'import * as self from "./alone.js"'],
  ["commonjs", 'require("./alone.js")'],
] as const)('with "type": "%s"', (type, selfImport) => {
  const project = path.join(temporary, type);
  const dist = path.join(project, "dist");

  beforeAll(() => {
    fs.cpSync(HELLO, project, { recursive: true, filter: (file) => !["dist", "node_modules"].includes(path.basename(file)) });
    fs.symlinkSync(path.join(ROOT, "node_modules"), path.join(project, "node_modules"));
    if (type === "commonjs") makeCommonJs(project);
    run(TSPC, project, "--skipLibCheck");
  }, 180_000);

  test("imports itself in its own way", () => {
    expect(fs.readFileSync(path.join(dist, "alone.js"), "utf8")).toContain(selfImport);
  });

  test("gives each dataflow its manifest, and nothing else", () => {
    const manifests = fs.readdirSync(dist).filter((file) => file.endsWith(".json"));
    expect(manifests.sort()).toEqual(["alone.manifest.json", "my_dataflow.manifest.json"]);
  });

  test("run.ts prints the result and draws", () => {
    expect(run("dist/run.js", project)).toBe("14291.666666666666\n");
    expect(fs.readFileSync(path.join(project, "dag.png")).subarray(1, 4).toString()).toBe("PNG");
  });

  test("alone.ts runs", () => {
    expect(run("dist/alone.js", project)).toBe("{ revenue: 60, average_order: 20 }\n");
  });
});

/** The scripts' own part, which awaits, goes into a function. */
function makeCommonJs(project: string): void {
  fs.writeFileSync(path.join(project, "package.json"), '{ "type": "commonjs" }');
  for (const script of ["run.ts", "alone.ts"]) {
    const file = path.join(project, "src", script);
    fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace(/^const dr = .*/ms, "void (async () => {\n$&})();\n"));
  }
}

function run(script: string, cwd: string, ...options: string[]): string {
  return execFileSync(process.execPath, [script, ...options], { cwd, encoding: "utf8" });
}
