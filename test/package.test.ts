import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { emptyFolder, pack, type Folder } from "./packed";

const root = path.resolve(__dirname, "..");
interface Package { version: string; exports: Record<string, { import: { default: string }; require: { default: string } }> }
const { version, exports: exported } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as Package;

let folder: Folder;
let tarball: string;

beforeAll(() => {
  folder = emptyFolder();
  tarball = pack(folder);
  folder.run(`npm init -y && npm install --omit=optional ${tarball}`);
}, 300_000);

afterAll(() => folder.remove());

test("publint finds nothing", () => {
  const printed = execFileSync("npx", ["publint", "run", tarball, "--strict"], { cwd: root, encoding: "utf8" });
  expect(printed).toContain("All good!");
});

test("are-the-types-wrong finds nothing", () => {
  const printed = execFileSync("npx", ["attw", tarball, "--format", "json"], { cwd: root, encoding: "utf8" });
  const { analysis } = JSON.parse(printed) as { analysis: { problems: unknown[]; entrypoints: object } };
  expect(Object.keys(analysis.entrypoints)).toEqual(expect.arrayContaining([".", "./core", "./schemas", "./transformer", "./adapters", "./opentelemetry", "./testing"]));
  expect(analysis.problems).toEqual([]);
}, 120_000);

test("it ships what is built and no sources, tests or examples", () => {
  const files = folder.run(`tar tzf ${tarball}`).trim().split("\n");
  const folders = new Set(files.map((each) => each.split("/").slice(1, 2).join()));
  expect([...folders].sort()).toEqual(["CHANGELOG.md", "LICENSE", "README.md", "dist", "package.json", "transformer"]);
  expect(files.filter((each) => /package\/transformer\//.test(each)).sort()).toEqual([
    "package/transformer/package.json",
    "package/transformer/register.d.ts",
    "package/transformer/register.js",
  ]);
});

test("a production install holds no compiler", () => {
  const installed = folder.run("ls node_modules").trim().split("\n");
  expect(installed).toEqual(["@dagrejs", "fastest-levenshtein", "icosian", "picomatch"]);
});

test("ES modules and CommonJS have the same exports, one Builder each", () => {
  const print = "console.log(Object.keys(m).sort().join())";
  const required = folder.run(`node -e 'const m = require("icosian"); ${print}'`).trim().split(",");
  const imported = folder.run(`node --input-type=module -e 'import * as m from "icosian"; ${print}'`).trim().split(",");
  expect(required).toEqual(expect.arrayContaining(["Builder", "Driver", "NodeError"]));
  expect(imported).toEqual(required);
});

test.each([".", "./core", "./schemas", "./adapters", "./testing"])("Node gets few files for '%s', with the exports that bundlers find in many", (entry) => {
  const { import: modules, require: commonJS } = exported[entry]!;
  const [name, installed] = [`icosian${entry.slice(1)}`, "./node_modules/icosian/"];
  const compare = "console.log(String(Object.keys(few).sort()) === String(Object.keys(many).sort()), Object.entries(few).every(([name, { name: own = name }]) => own === name), few === many)";
  expect(folder.run(`node --input-type=module -e 'import * as few from "${name}"; import * as many from "${installed}${modules.default}"; ${compare}'`)).toBe("true true false\n");
  const count = `const few = require("${name}"); console.log(Object.keys(require.cache).length < 25);`;
  expect(folder.run(`node -e '${count} const many = require("${installed}${commonJS.default}"); ${compare}'`)).toBe("true\ntrue true false\n");
});

test.each([
  ["adapters", ["checkOutputs", "gracefulErrors", "progress", "timings"]],
  ["testing", ["traceOf"]],
])("so has icosian/%s, with errors that are the core's own", (entry, names) => {
  const print = `const { IcosianError } = c; console.log(Object.keys(m).sort().join(), m.MissingPackageError ? m.MissingPackageError.prototype instanceof IcosianError : true)`;
  const required = folder.run(`node -e 'const m = require("icosian/${entry}"), c = require("icosian"); ${print}'`);
  const imported = folder.run(`node --input-type=module -e 'import * as m from "icosian/${entry}"; import * as c from "icosian"; ${print}'`);
  expect(required.split(/[ ,\n]/)).toEqual(expect.arrayContaining([...names, "true"]));
  expect(imported).toBe(required);
});

test.each([
  ["CommonJS", "node -e", (name: string, from: string) => `const ${name} = require("${from}");`],
  ["ES modules", "node --input-type=module -e", (name: string, from: string) => `import * as ${name} from "${from}";`],
])("icosian/core has some of icosian's exports and the same classes, as %s", (_, command, load) => {
  const names = "console.log(Object.keys(core).sort().join())";
  const missing = "console.log(Object.keys(core).filter((name) => core[name] !== whole[name]).join())";
  expect(folder.run(`${command} '${load("core", "icosian/core")} ${names}'`).trim().split(",")).toEqual(expect.arrayContaining(["Builder", "Driver", "NodeError", "RequestError"]));
  expect(folder.run(`${command} '${load("core", "icosian/core")} ${load("whole", "icosian")} ${missing}'`).trim()).toBe("");
  const act = "try { new core.Builder().build().explainPlan([]); console.log(0); } catch (error) { console.log(error.code); }";
  expect(folder.run(`${command} '${load("core", "icosian/core")} ${act}'`).trim()).toBe("ICOSIAN_ARGUMENT");
  expect(folder.run(`${command} '${load("core", "icosian/core")} ${load("tests", "icosian/testing")} ${act}'`).trim()).toBe("0");
});

test("without cli-progress a bar says what to install, and plain lines need nothing", () => {
  const script = `
    import { progress } from "icosian/adapters";
    progress();
    try { progress({ style: "bar" }); } catch (error) { console.log(error.code + "\\n" + error.message); }
  `;
  const printed = folder.run(`node --input-type=module -e '${script}'`);
  expect(printed).toContain("ICOSIAN_PACKAGE_MISSING");
  expect(printed).toContain("npm install cli-progress");
});

test("without what draws PNG, the error says what to install, and SVG is drawn", () => {
  const script = `
    import { Builder } from "icosian";
    const manifest = { manifestVersion: 1, module: "m", source: "m.ts", inputs: [], nodes: [
      { name: "A", type: "number", dependencies: [], compute: { op: "call", export: "A" }, async: false, location: { line: 1, column: 1 } }] };
    const dr = new Builder().withModules({ A: () => 1, $manifest: manifest }).build();
    await dr.displayAllFunctions("a.svg");
    await dr.displayAllFunctions("a.png").catch((error) => console.log(error.code + "\\n" + error.message));
  `;
  const printed = folder.run(`node --input-type=module -e '${script}'`);
  expect(printed).toContain("ICOSIAN_PNG_UNAVAILABLE");
  expect(printed).toContain("npm install @resvg/resvg-js @expo-google-fonts/inter");
  expect(folder.run("head -c 4 a.svg")).toBe("<svg");
});

test.each([
  ["--version", `${version}\n`],
  ["--help", "--version, -v"],
])("the command answers %s", (option, expected) => {
  expect(folder.run(`npx icosian ${option}`)).toContain(expected);
});

test("an unknown command fails, and names the way out", () => {
  expect(folder.run("npx icosian build 2>&1 || echo exit $?")).toMatch(/'build' is not a command\. Run 'icosian --help'.*\nexit 2/);
});
