import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { emptyFolder, pack, type Folder } from "./packed";
import { docSamplesOf, fencesOf, HOLDS, withAssertions } from "./samples";

const fences = fencesOf(readFileSync(path.join(__dirname, "../README.md"), "utf8"));
const fileNamed = (name: string): string => fences.find(({ file }) => file === name)!.code;
const commands = fences.filter(({ language }) => language === "sh").map(({ code }) => code.trim());
const said = fences.filter(({ language }) => language === "text").map(({ code }) => code);

let folder: Folder;

beforeAll(() => {
  folder = emptyFolder();
  const tarball = pack(folder);
  const setUp = commands.find((each) => each.includes("npm install icosian"))!;
  folder.run(setUp.replace("npm install icosian", `npm install ${tarball}`));
  for (const name of ["my_dataflow.ts", "run.ts", "tsconfig.json"]) write(name, fileNamed(name));
}, 300_000);

afterAll(() => folder.remove());

test("the first minute, followed literally", () => {
  const printed = folder.run(commands.find((each) => each.startsWith("npx tspc"))!);
  expect(printed).toContain("14291.666666666666");
  expect(folder.run("ls")).toContain("my_dataflow.manifest.json");
  expect(readFileSync(path.join(folder.path, "dag.png")).subarray(1, 4).toString()).toBe("PNG");
});

test("the first mistake is told as the README has it", () => {
  write("my_dataflow.ts", fileNamed("my_dataflow.ts").replace("B(A: number): number { return A / 3; }", "B(A: string): number { return A.length; }"));
  const printed = folder.run("npx tspc --noEmit || echo exit $?");
  write("my_dataflow.ts", fileNamed("my_dataflow.ts"));
  expect(printed).toBe(`${said.find((each) => each.includes("TS72201"))!}exit 2\n`);
});

test("every sample of the tour compiles, and each '// =>' in it holds", () => {
  const start = fences.findIndex(({ file }) => file === "tour.ts");
  const tour = fences.filter(({ language, file }, index) => index >= start && language === "ts" && (index === start || !file));
  const code = tour.map((each) => each.code).join("\n");
  const promised = code.match(/\/\/ => /g)!.length;

  for (const name of ["shop.flow.ts", "vat.flow.ts"]) write(name, fileNamed(name));
  write("tour.ts", HOLDS + withAssertions(code));
  const printed = folder.run("npm install -D @types/node@20 && npx tspc --types node && node tour.js && rm tour.ts");
  expect(promised).toBeGreaterThan(5);
  expect(printed).toContain(`held ${promised}`);
}, 120_000);

test.each(["features", "regions", "words", "page"])("%s.ts compiles, runs, and each '// =>' in it holds", (name) => {
  const code = fileNamed(`${name}.ts`);
  const promised = code.match(/\/\/ => /g)!.length;
  write(`${name}.flow.ts`, fileNamed(`${name}.flow.ts`));
  write(`${name}.ts`, HOLDS + withAssertions(code));
  const printed = folder.run(`npm install -D @types/node@20 && npx tspc --types node && node ${name}.js; rm ${name}.*`);
  expect(promised).toBeGreaterThanOrEqual(2);
  expect(printed).toContain(`held ${promised}`);
}, 120_000);

test("the output is tested by vitest as the README has it", () => {
  write("my_dataflow.test.ts", fileNamed("my_dataflow.test.ts"));
  const printed = folder.run(`${commands.find((each) => each.includes("vitest run"))!} 2>&1; rm my_dataflow.test.*`);
  expect(stripVTControlCharacters(printed)).toMatch(/Tests +2 passed/);
}, 120_000);

test("jest compiles through the plugin as the README has it", () => {
  write("jest.config.json", fileNamed("jest.config.json"));
  const run = (): string => folder.run("npx jest 2>&1 || true");
  folder.run(commands.find((each) => each.includes("ts-jest"))!);
  write("checked.test.ts", fileNamed("my_dataflow.test.ts").replace('"vitest"', '"@jest/globals"'));
  expect(run()).toContain("1 passed");
  write("my_dataflow.ts", fileNamed("my_dataflow.ts").replace("B(A: number): number { return A / 3; }", "B(A: string): number { return A.length; }"));
  const told = run();
  write("my_dataflow.ts", fileNamed("my_dataflow.ts"));
  folder.run("rm checked.test.* jest.config.json");
  expect(told).toContain("TS72201");
  expect(told).toContain("1 failed");
}, 120_000);

test("a run is watched as the README has it", () => {
  write("watched.ts", fileNamed("watched.ts"));
  const printed = folder.run(`${commands.find((each) => each.startsWith("npm install cli-progress"))!} 2>&1; rm watched.*`);
  // What takes how long differs from run to run; names, columns and the path do not.
  const shape = (text: string): string[] => [...text.matchAll(/^ {2}node .*|^\* \w(?= +\d)|critical path: .*/gm)].map(([line]) => line.replace(/ +/g, " ")).sort();
  expect(shape(printed)).toEqual(shape(said.find((each) => each.includes("critical path"))!));
  expect(printed).toContain("3 of 3 nodes: C");
}, 120_000);

test("the samples of the doc comments compile, and each '// =>' in them holds", () => {
  const runtime = path.join(__dirname, "../runtime");
  const sources = readdirSync(runtime, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const samples = sources.flatMap((name) => docSamplesOf(readFileSync(path.join(runtime, name), "utf8")));
  expect(samples.length).toBeGreaterThanOrEqual(3);
  samples.forEach((code, index) => write(`sample${index}.flow.ts`, HOLDS + withAssertions(code)));
  const printed = folder.run(`npx tspc --types node && for each in sample*.flow.js; do node $each; done; rm sample*.flow.*`);
  const promised = samples.join("").match(/\/\/ => /g)!.length;
  const held = [...printed.matchAll(/held (\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
  expect(held).toBe(promised);
}, 120_000);

test("a mistaken request is told as the README has it", () => {
  write("shop.flow.ts", fileNamed("shop.flow.ts"));
  write("mistake.ts", fileNamed("mistake.ts"));
  const printed = folder.run("npx tspc --noEmit || echo exit $?");
  folder.run("rm mistake.ts");
  expect(printed).toBe(`${said.find((each) => each.includes("TS72502"))!}exit 2\n`);
});

test("the commands for a fresh machine are what package.json and CI run", () => {
  const ci = readFileSync(path.join(__dirname, "../.ci/run"), "utf8");
  expect(commands).toEqual(expect.arrayContaining(["npm ci && npm run example", "npm ci && npm test\nnpm run test:compilers"]));
  expect(ci).toContain("npm ci && npm test\nnpm run test:compilers\n");
});

function write(name: string, text: string): void {
  writeFileSync(path.join(folder.path, name), text.replace(/^\/\/ \S+\.json\n/, ""));
}
