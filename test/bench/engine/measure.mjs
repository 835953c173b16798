/**
 * A process of its own for one contender and one graph: `measure.mjs CONTENDER SHAPE COUNT`.
 *
 * A contender exports `contender(graph)`, which describes the graph in its terms and returns `build`:
 * that returns `run(x)`, whose result, once awaited, `read` turns into the values of `graph.finals`.
 * Prints milliseconds of CPU as JSON: the `build`, the `first` run after it, a later, `warm` one, and
 * what the very first build and run in a process took.
 */
import { cpuTime } from "../cpu-time.mjs";
import { median } from "../median.mjs";
import { expectedOf, graphOf } from "./graphs.mjs";

const BLOCKS = 5;
const BLOCK_TIME = 200;

const [name, shape, count] = process.argv.slice(2);
const { contender, read = (result) => result } = await import(`./contenders/${name}.mjs`);
const graph = graphOf(shape, Number(count));
const build = await contender(graph);
const expected = new Map();

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
  const { warm, ...rest } = await round(1);
  const cold = rest.build + rest.first;
  console.log(JSON.stringify({ ...rest, warm, cold }));
  const warmRuns = cold > 1_000 ? 1 : 4;
  const blocks = [];
  for (let number = 0; number <= BLOCKS; number++) {
    const times = await block(warmRuns);
    // The first warms up, and counts only where there is no other.
    if (number === 1) blocks.length = 0;
    blocks.push(times);
    const each = (phase) => median(blocks.map((block) => block[phase]));
    console.log(JSON.stringify({ build: each("build"), first: each("first"), warm: each("warm"), cold }));
  }
}

async function block(warmRuns) {
  const sums = { build: 0, first: 0, warm: 0 };
  let rounds = 0;
  do {
    const times = await round(warmRuns);
    for (const phase in sums) sums[phase] += times[phase];
    rounds++;
  } while (sums.build + sums.first + warmRuns * sums.warm < BLOCK_TIME);
  for (const phase in sums) sums[phase] /= rounds;
  return sums;
}

async function round(warmRuns) {
  const start = cpuTime();
  const run = build();
  const built = cpuTime();
  let result = await run(0);
  const first = cpuTime();
  check(result, 0);
  let warm = 0;
  for (let x = 1; x <= warmRuns; x++) {
    const before = cpuTime();
    result = await run(x);
    warm += cpuTime() - before;
    check(result, x);
  }
  return { build: built - start, first: first - built, warm: warm / warmRuns };
}

function check(result, x) {
  if (!expected.has(x)) expected.set(x, expectedOf(graph, x));
  const values = read(result);
  if (values.length !== expected.get(x).length || expected.get(x).some((value, k) => value !== values[k])) throw new Error("wrong values");
}
