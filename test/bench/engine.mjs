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
  { shape: "fan-in", count: 10_000 },
  { shape: "lattice", count: 10_000, isAsync: true },
];

const contenders = [
  { name: "loop", label: "loop over arrays", sync: true },
  { name: "loop-by-name", label: "… that gives an object", sync: true },
  { name: "icosian", label: "icosian" },
  { name: "icosian-commonjs", label: "icosian, CommonJS module" },
  { name: "promise-all", label: "Promise.all by hand", peer: true },
  { name: "preact-signals", label: "@preact/signals-core", peer: true, sync: true },
  { name: "preact-signals-by-name", label: "… that gives an object", peerByName: true, sync: true, shapes: ["wide"] },
  { name: "alien-signals", label: "alien-signals", peer: true, sync: true },
  { name: "alien-signals-by-name", label: "… that gives an object", peerByName: true, sync: true, shapes: ["wide"] },
  { name: "promise-dag", label: "promise-dag", peer: true },
  { name: "effect", label: "effect, cached", peer: true },
  { name: "async-auto-inject", label: "async.autoInject", peer: true },
];

/** Each contender in a process of its own, on the same graph; all results are held against what they must be. */
export function run() {
  console.log("Nanoseconds of CPU a node. SO: the stack overflows. Cold: the first build and run of a process.");
  const results = graphs.map((graph) => ({ ...graph, title: `${graph.shape} ${graph.count.toLocaleString("en")}`, times: {} }));
  for (const [index, result] of results.entries()) {
    const smaller = results.slice(0, index).filter(({ shape }) => shape === result.shape);
    for (const contender of contenders) {
      if ((contender.sync && result.isAsync) || contender.shapes?.includes(result.shape) === false) continue;
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

function print({ title, times, isAsync }) {
  const base = times[isAsync ? "promise-all" : "loop"];
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
  const peers = contenders.filter(({ peer }) => peer);
  const peersByName = contenders.filter(({ peerByName }) => peerByName);
  const worst = (what, limit, unit, among, valueOf) => {
    const values = among.map((result) => ({ value: valueOf(result) ?? Infinity, title: result.title })).sort((a, b) => b.value - a.value);
    return target(`${what} (${values[0].title})`, values[0].value, limit, unit);
  };
  const fastestOf = (among, { times }) => Math.min(...among.map(({ name }) => times[name].warm ?? Infinity));
  return [
    worst("build, a node", 2_000, " ns", results, ({ times }) => times.icosian.build),
    ...sync.map(({ title, times }) => target(`build + plan + run, the first in a process, a node, ${title}`, times.icosian.cold, 3_000, " ns")),
    worst("the same, elapsed", 3_000, " ns", sync, ({ times }) => times.icosian.elapsed),
    target("build + plan of 100,000 nodes", (results[2].times.icosian.build + results[2].times.icosian.first - results[2].times.icosian.warm) / 10, 150, " ms"),
    ...sync.map(({ title, times }) => target(`warm sync run ÷ loop, ${title}`, times.icosian.warm / times.loop.warm, 2.5, "")),
    worst("… ÷ loop that gives an object", 2.5, "", sync, ({ times }) => times.icosian.warm / times["loop-by-name"].warm),
    worst("… of a CommonJS module ÷ loop", 2.5, "", sync, ({ times }) => times["icosian-commonjs"].warm / times.loop.warm),
    ...sync.map((result) => target(`warm sync run ÷ the fastest peer's, ${result.title}`, result.times.icosian.warm / fastestOf(peers, result), 1, "")),
    ...sync.filter(({ shape }) => shape === "wide").map((result) => target(`… ÷ the fastest peer's that gives an object, ${result.title}`, result.times.icosian.warm / fastestOf(peersByName, result), 1, "")),
    target("chain of 100,000 overflows the stack", results.find(({ title }) => title === "chain 100,000").times.icosian.failed ? 1 : 0, 0, ""),
    ...results.filter(({ isAsync }) => isAsync).map(({ times }) => target("async lattice ÷ Promise.all by hand", times.icosian.warm / times["promise-all"].warm, 0.6, "")),
  ];
}
