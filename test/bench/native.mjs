import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { writeProject } from "./compiler-run.mjs";
import { generatedModule } from "./generated-module.mjs";
import { median } from "./median.mjs";
import { printTable, round } from "./table.mjs";
import { target } from "./targets.mjs";
import { temporaryFolder } from "./temporary-folder.mjs";

const RUNS = 9;
const COUNT = 1_000;
const MODULE = "generated.flow.ts";
const here = import.meta.dirname;
const compiler = path.join(here, "node_modules/typescript7");
const ends = /Found \d+ errors?\. Watching for file changes\./;

/** What `icosian tsc` takes of time that passes on TypeScript 7, beside the compiler alone: once, and again under `--watch`. */
export async function run() {
  const folder = temporaryFolder();
  writeProject(folder, { [MODULE]: generatedModule(COUNT) });
  mkdirSync(path.join(folder, "node_modules"));
  symlinkSync(compiler, path.join(folder, "node_modules/typescript"));
  const programs = { plain: [path.join(compiler, "bin/tsc"), []], ours: [path.resolve(here, "../../dist/transformer/cli.js"), ["tsc"]] };
  const once = { plain: [], ours: [] };
  // One after the other, so that both meet the same neighbours; the first of each warms up the disk.
  for (let number = 0; number <= RUNS; number++) {
    for (const name in programs) {
      const time = checkOnce(folder, programs[name]);
      if (number > 0) once[name].push(time);
    }
  }
  const again = { plain: await rechecks(folder, programs.plain), ours: await rechecks(folder, programs.ours) };
  const of = (times) => [median(times.plain), median(times.ours)];
  const [plain, ours] = of(once);
  const [plainAgain, oursAgain] = of(again);
  console.log("Milliseconds that pass.");
  printTable(
    [`TypeScript 7, ${COUNT.toLocaleString("en")} nodes`, "tsc", "icosian tsc", "÷"],
    [
      ["--noEmit", round(plain), round(ours), round(ours / plain)],
      ["--noEmit --watch: from a change to the report", round(plainAgain), round(oursAgain), round(oursAgain / plainAgain)],
    ],
  );
  return [
    target("icosian tsc --noEmit on TypeScript 7", ours, 1.5 * plain + 200, " ms"),
    target("recheck under --watch on TypeScript 7", oursAgain, 150, " ms"),
  ];
}

function checkOnce(folder, [script, args]) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args, "--noEmit", "-p", folder], { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(stdout + stderr);
  return performance.now() - start;
}

/** From each of several changes of one node to the end of the report. */
async function rechecks(folder, [script, args]) {
  const child = spawn(process.execPath, [script, ...args, "--noEmit", "--watch", "-p", folder], { cwd: folder, detached: true });
  let output = "";
  let wake = () => {};
  child.stdout.on("data", (chunk) => {
    output += chunk;
    if (ends.test(output)) wake();
  });
  const reported = () => new Promise((resolve) => (wake = resolve));
  await reported();
  const file = path.join(folder, MODULE);
  const text = readFileSync(file, "utf8");
  const times = [];
  for (let number = 0; number <= RUNS; number++) {
    output = "";
    const start = performance.now();
    writeFileSync(file, text.replace("const total = 1;", `const total = ${number + 2};`));
    await reported();
    if (number > 0) times.push(performance.now() - start);
    // The watcher is at rest again before the next change.
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  writeFileSync(file, text);
  // With the compiler that it has started: a group of its own.
  process.kill(-child.pid);
  return times;
}
