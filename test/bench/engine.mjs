import path from "node:path";
import { inChild } from "./in-child.mjs";
import { median } from "./median.mjs";
import { printTable, round } from "./table.mjs";
import { target } from "./targets.mjs";

const graphs = [
  { shape: "random", count: 1_000 },
  { shape: "random", count: 10_000 },
  { shape: "random", count: 100_000 },
  { shape: "chain", count: 10_000 },
  { shape: "chain", count: 100_000 },
  { shape: "wide", count: 10_000 },
  { shape: "all-requested", count: 10_000, byName: true },
  { shape: "lattice", count: 10_000, isAsync: true },
];

const contenders = [
  { name: "loop", label: "loop over arrays", sync: true },
  { name: "loop-by-name", label: "… that gives an object", sync: true, byName: true },
  { name: "icosian", label: "icosian" },
  { name: "icosian-commonjs", label: "icosian, CommonJS module" },
  { name: "promise-all", label: "Promise.all by hand", peer: true },
  { name: "preact-signals", label: "@preact/signals-core", peer: true, sync: true },
  { name: "preact-signals-by-name", label: "… that gives an object", peer: true, sync: true, byName: true },
  { name: "alien-signals", label: "alien-signals", peer: true, sync: true },
  { name: "alien-signals-by-name", label: "… that gives an object", peer: true, sync: true, byName: true },
  { name: "promise-dag", label: "promise-dag", peer: true },
  { name: "effect", label: "effect, cached", peer: true },
  { name: "async-auto-inject", label: "async.autoInject", peer: true },
];

const isFor = (contender, graph) => !(contender.sync && graph.isAsync) && !(contender.byName && !graph.byName);
/** Where 10,000 results are asked for by name, an array of them is another thing than the object that icosian gives. */
const limitOf = ({ isAsync, byName }) => (isAsync ? "promise-all" : byName ? "loop-by-name" : "loop");
const peersFor = (graph) => contenders.filter((each) => each.peer && isFor(each, graph) && (!graph.byName || each.byName));

/** Each contender in a process of its own, on the same graph; all results are held against what they must be. */
export function run() {
  console.log("Nanoseconds of CPU a node. SO: the stack overflows. Cold: the first build and run of a process.");
  const results = graphs.map((graph) => ({ ...graph, title: `${graph.shape.replace("-", " ")} ${graph.count.toLocaleString("en")}`, times: {} }));
  for (const [index, result] of results.entries()) {
    const smaller = results.slice(0, index).filter(({ shape }) => shape === result.shape);
    for (const contender of contenders) {
      if (!isFor(contender, result)) continue;
      const failed = smaller.find(({ times }) => times[contender.name]?.failed?.startsWith(">"));
      result.times[contender.name] = failed ? failed.times[contender.name] : measure(contender, result);
    }
    print(result);
  }
  return targetsOf(results);
}

function measure({ name }, { shape, count }) {
  const script = path.join(import.meta.dirname, "engine/measure.mjs");
  const times = inChild(script, [name, shape, String(count)]);
  if (times.failed !== undefined) return times;
  // A process has but one first time.
  if (name === "icosian") {
    const firsts = Array.from({ length: 7 }, () => inChild(script, [name, shape, String(count), "once"]));
    for (const phase of ["cold", "elapsed"]) times[phase] = median(firsts.map((each) => each[phase]));
  }
  return Object.fromEntries(Object.entries(times).map(([phase, time]) => [phase, (time * 1e6) / count]));
}

function print(result) {
  const { title, times, isAsync } = result;
  const base = times[limitOf(result)];
  const ours = times.icosian;
  console.log();
  printTable(
    [title, "build", "first run", "warm run", isAsync ? "warm ÷ Promise.all" : "warm ÷ loop", "build + first ÷ ours", "cold"],
    contenders.flatMap(({ name, label }) => {
      const time = times[name];
      if (time === undefined) return [];
      if (time.failed !== undefined) return [[label, time.failed, "", "", "", "", ""]];
      const { build, first, warm, cold } = time;
      return [[label, round(build), round(first), round(warm), round(warm / base.warm), round((build + first) / (ours.build + ours.first)), round(cold)]];
    }),
  );
}

function targetsOf(results) {
  const sync = results.filter(({ isAsync }) => !isAsync);
  const worst = (what, limit, unit, among, valueOf) => {
    const values = among.map((result) => ({ value: valueOf(result) ?? Infinity, title: result.title })).sort((a, b) => b.value - a.value);
    return target(`${what} (${values[0].title})`, values[0].value, limit, unit);
  };
  const overLimit = (contender, result) => result.times[contender].warm / result.times[limitOf(result)].warm;
  const overFastest = (result) => result.times.icosian.warm / Math.min(...peersFor(result).map(({ name }) => result.times[name].warm ?? Infinity));
  return [
    worst("build, a node", 2_000, " ns", results, ({ times }) => times.icosian.build),
    ...sync.map(({ title, times }) => target(`build + plan + run, the first in a process, a node, ${title}`, times.icosian.cold, 3_000, " ns")),
    worst("the same, elapsed", 3_000, " ns", sync, ({ times }) => times.icosian.elapsed),
    target("build + plan of 100,000 nodes", (results[2].times.icosian.build + results[2].times.icosian.first - results[2].times.icosian.warm) / 10, 150, " ms"),
    ...sync.map((result) => target(`warm sync run ÷ loop, ${result.title}`, overLimit("icosian", result), 2.5, "")),
    worst("… of a CommonJS module ÷ loop", 2.5, "", sync, (result) => overLimit("icosian-commonjs", result)),
    ...sync.map((result) => target(`warm sync run ÷ the fastest peer's, ${result.title}`, overFastest(result), 1, "")),
    target("chain of 100,000 overflows the stack", results.find(({ title }) => title === "chain 100,000").times.icosian.failed ? 1 : 0, 0, ""),
    ...results.filter(({ isAsync }) => isAsync).map((result) => target("async lattice ÷ Promise.all by hand", overLimit("icosian", result), 0.6, "")),
  ];
}
