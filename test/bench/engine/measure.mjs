/**
 * A process of its own for one contender and one graph: `measure.mjs CONTENDER SHAPE COUNT`, or with `once` after
 * that, to end after the first build and run.
 *
 * A contender exports `contender(graph)`, which describes the graph in its terms and returns `build`:
 * that returns `run(x)`, whose result, once awaited, `read` turns into the values of `graph.finals`.
 * Prints milliseconds of CPU as JSON: the `build`, the `first` run after it, later, `warm` ones of the
 * same driver, and what the very first build and run in the process took, `cold`. Of that, `once` prints the
 * time `elapsed`, too: while functions run for the first time, the engine compiles them on other threads.
 */
import { setTimeout } from "node:timers/promises";
import { cpuTime } from "../cpu-time.mjs";
import { median } from "../median.mjs";
import { expectedOf, graphOf } from "./graphs.mjs";

const BLOCKS = 6;
const BLOCK_TIME = 200;

const [name, shape, count, once] = process.argv.slice(2);
const { contender, read = (result) => result } = await import(`./contenders/${name}.mjs`);
const graph = graphOf(shape, Number(count));
const build = await contender(graph);
const expected = new Map();

// What the engine still compiles of the code above, on other threads, is no part of it.
await setTimeout(100);

try {
  await measure();
} catch (error) {
  const overflow = /call stack|stack overflow/i.test(String(error?.message));
  console.log(JSON.stringify({ failed: overflow ? "SO" : String(error?.message ?? error).slice(0, 60) }));
}
process.exit();

/**
 * The clock of CPU time is coarse: it is read over blocks of many rounds. Each new line of output
 * replaces the one before, so that a slow contender shows what it came to when its time was up.
 */
async function measure() {
  const { run, elapsed, ...times } = await buildAndRun();
  const cold = times.build + times.first;
  if (once) return console.log(JSON.stringify({ cold, elapsed }));
  const builds = [times];
  const warm = [await warmRuns(run, 0)];
  for (let number = 0; number < BLOCKS; number++) {
    const each = (phase) => median(builds.map((block) => block[phase]));
    console.log(JSON.stringify({ build: each("build"), first: each("first"), warm: median(warm), cold }));
    // What comes first warms up, and counts only where there is no other.
    if (number === 0) builds.length = warm.length = 0;
    builds.push(await manyBuilds());
    warm.push(await warmRuns(run, BLOCK_TIME));
  }
}

async function manyBuilds() {
  const sums = { build: 0, first: 0 };
  let rounds = 0;
  do {
    const { build, first } = await buildAndRun();
    sums.build += build;
    sums.first += first;
    rounds++;
  } while (sums.build + sums.first < BLOCK_TIME);
  return { build: sums.build / rounds, first: sums.first / rounds };
}

async function buildAndRun() {
  const begun = performance.now();
  const start = cpuTime();
  const run = build();
  const built = cpuTime();
  const result = await run(0);
  const end = cpuTime();
  const elapsed = performance.now() - begun;
  check(result, 0);
  return { run, build: built - start, first: end - built, elapsed };
}

/** The mean of as many runs as fit; at least one. */
async function warmRuns(run, atLeast) {
  let time = 0;
  let runs = 0;
  for (let batch = 1; time <= atLeast; batch *= 2) {
    const start = cpuTime();
    let result;
    for (let x = 1; x <= batch; x++) result = await run(x);
    time += cpuTime() - start;
    runs += batch;
    check(result, batch);
  }
  return time / runs;
}

function check(result, x) {
  if (!expected.has(x)) expected.set(x, expectedOf(graph, x));
  const values = read(result);
  if (values.length !== expected.get(x).length || expected.get(x).some((value, k) => value !== values[k])) throw new Error("wrong values");
}
