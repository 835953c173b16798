/**
 * Both ends of an edge in files that do not import each other: whatever a watcher or a builder keeps from
 * one round to the next, a change at one end must surface at the other, and go when it is taken back.
 */
import { setTimeout as delay } from "node:timers/promises";
import { temporaryProject, TSPC, type TemporaryProject } from "./temporary-project";
import { watchErrors } from "./watch-errors";

jest.setTimeout(300_000);

const PRODUCER = 'import type { T } from "./types.js";\nexport const A = (): T => null!;\n';
const FILES = {
  "types.ts": "export interface T { n: number }\n",
  "a.ts": PRODUCER,
  "b.ts": "export const B = (A: { n: number }): number => A.n;\n",
  "run.ts": `import { Builder } from "icosian";
import * as a from "./a.js";
import * as b from "./b.js";
const driver = new Builder().withModules(a, b).build();
void driver.execute(["B"]);
`,
};

const CHANGES: readonly (readonly [what: string, file: keyof typeof FILES, text: string])[] = [
  ["the producer's type", "a.ts", "export const A = (): string => null!;\n"],
  ["a type that the producer imports", "types.ts", "export interface T { n: string }\n"],
  ["an input that the producer newly requires", "a.ts", PRODUCER.replace("()", "(x: number)")],
];

const projects: TemporaryProject[] = [];
afterAll(() => projects.forEach((each) => each.remove()));

function project(options: object): TemporaryProject {
  const compilerOptions = {
    target: "es2022",
    module: "nodenext",
    types: [],
    strict: true,
    skipLibCheck: true,
    rootDir: ".",
    outDir: "out",
    ...options,
    plugins: [{ name: "icosian", transform: "icosian/transformer", transformProgram: true }],
  };
  const files = { ...FILES, "package.json": '{ "type": "module" }', "tsconfig.json": JSON.stringify({ compilerOptions, exclude: ["node_modules", "out"] }) };
  const created = temporaryProject(files);
  projects.push(created);
  return created;
}

test.concurrent.each([
  [["--watch"], {}],
  [["--watch"], { incremental: true }],
  [["-b", "--watch"], {}],
  [["-b", "--watch"], { composite: true }],
])("tspc %j with %j", async (args, options) => {
  const { start, write: writeNow } = project(options);
  const errors = watchErrors(start(TSPC, ...args));
  // `-b` says that it watches a moment before it does.
  const write = (files: Parameters<typeof writeNow>[0]): Promise<void> => delay(500).then(() => writeNow(files));
  expect(await errors()).toBe(0);
  for (const [what, file, text] of CHANGES) {
    await write({ [file]: text });
    expect([what, await errors()]).toEqual([what, 1]);
    await write({ [file]: FILES[file] });
    expect([what, await errors()]).toEqual([what, 0]);
  }
});

test.concurrent.each([
  [[], { incremental: true }],
  [["-b"], { composite: true }],
  [["-b"], {}],
  [["--noEmit"], { incremental: true }],
])("tspc %j with %j, run again after each change", async (args, options) => {
  const { run, write } = project(options);
  expect((await run(TSPC, ...args)).code).toBe(0);
  for (const [what, file, text] of CHANGES) {
    write({ [file]: text });
    const told = await run(TSPC, ...args, "--pretty", "false");
    expect([what, told.code > 0, told.output]).toEqual([what, true, expect.stringMatching(/(^|\n)(b|run)\.ts\(\d+,\d+\): error TS72/)]);
    write({ [file]: FILES[file] });
    expect([what, (await run(TSPC, ...args)).code]).toEqual([what, 0]);
  }
});
