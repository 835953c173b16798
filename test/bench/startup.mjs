import path from "node:path";
import { inChild } from "./in-child.mjs";
import { median } from "./median.mjs";
import { printTable, round } from "./table.mjs";
import { target } from "./targets.mjs";

const ROUNDS = 9;

const loads = [
  ["icosian", "import"],
  ["icosian", "require"],
  ["icosian/core", "import"],
  ["@preact/signals-core", "import"],
  ["async", "import"],
  ["effect", "import"],
];

/** What a library costs before it can be called. */
export function run() {
  const script = path.join(import.meta.dirname, "startup/load.mjs");
  const all = [["./nothing.mjs", "import"], ...loads].map(([name, how]) => ({ name, how, times: [] }));
  // In turns, so that all meet the same neighbours.
  for (let number = 0; number < ROUNDS; number++) for (const { name, how, times } of all) times.push(inChild(script, [how, name]).time);
  const [nothing, ...rest] = all.map(({ times }) => median(times));
  const own = Object.fromEntries(loads.map(([name, how], index) => [`${how} ${name}`, rest[index] - nothing]));
  console.log("Milliseconds of CPU, beyond those of an empty file.");
  printTable(["", "ms"], Object.entries(own).map(([label, time]) => [label, round(time)]));
  return ["import", "require"].map((how) => target(`${how} icosian ÷ import async`, own[`${how} icosian`] / own["import async"], 1, ""));
}
