/** Policies and adapters inside blocks: what holds of nodes holds of them for each item. */
import { setTimeout as sleep } from "node:timers/promises";
import { Builder, type ExecutionReport, type LifecycleAdapter, NodeError, TimeoutError } from "icosian";
import { failure, flow, type NodeSketch } from "./module";
import { refuseUnhandledRejections } from "./unhandled-rejections";

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);
const build = (sketches: Record<string, NodeSketch>, ...adapters: LifecycleAdapter[]) => new Builder().withModules(flow(sketches)).withAdapters(...adapters).build();

refuseUnhandledRejections();

const flaky = (fails: (item: number, call: number) => boolean, async = false) => {
  const calls = new Map<number, number>();
  const run = (item: number): number => {
    calls.set(item, (calls.get(item) ?? 0) + 1);
    if (fails(item, calls.get(item)!)) throw new Error(`boom ${item}`);
    return item * 10;
  };
  const sketches: Record<string, NodeSketch> = {
    item: { parallel: true, run: () => [1, 2, 3, 4] },
    work: { needs: ["item"], async, run: async ? async (item: number) => { await sleep(item % 2); return run(item); } : run },
    label: { needs: ["work"], run: (work: number) => `w${work}` },
    beside: { needs: ["item"], run: (item: number) => item },
    all: { needs: ["work[]"], run: sum },
    labels: { needs: ["label[]"], run: (labels: readonly string[]) => labels.join() },
    others: { needs: ["beside[]"], run: sum },
  };
  return { sketches, calls };
};

test.each([false, true])("a node is tried again for its item (async: %s)", async (async) => {
  const { sketches, calls } = flaky((item, call) => item === 2 && call < 3, async);
  expect(await build(sketches).execute(["all", "labels"], { retry: { nodes: { work: 2 } } })).toEqual({ all: 100, labels: "w10,w20,w30,w40" });
  expect([...calls.values()]).toEqual([1, 3, 1, 1]);
});

test.each([false, true])("a run that goes on leaves out what needs a value that is missing (async: %s)", async (async) => {
  const { sketches, calls } = flaky((item) => item === 2 || item === 3, async);
  const report = (await build(sketches).execute(["all", "labels", "others"], { onError: "continue" })) as ExecutionReport<any>;
  expect(report.values).toEqual({ others: 10 });
  expect(Object.keys(report.errors)).toEqual(["work"]);
  expect(report.errors["work"]).toMatchObject({ node: "work", item: [1] });
  expect(report.skipped).toEqual({ label: ["label", "work"], all: ["all", "work"], labels: ["labels", "label"] });
  expect([...calls.keys()].sort()).toEqual([1, 2, 3, 4]);
});

test("a run that goes on also does so where the items end too soon, and past inner blocks", async () => {
  const report = (await build({
    outer: { parallel: true, run: () => [1, 2, 3] },
    item: { needs: ["outer"], parallel: true, run: function* (outer: number) { yield 1; if (outer === 2) throw new Error("dry"); yield 2; } },
    work: { needs: ["item"], run: (item: number) => item },
    ofOuter: { needs: ["work[]"], run: sum },
    all: { needs: ["ofOuter[]"], run: sum },
    outers: { needs: ["outer[]"], run: sum },
  }).execute(["all", "outers"], { onError: "continue" })) as ExecutionReport<any>;
  expect(report.values).toEqual({ outers: 6 });
  expect(report.errors).toMatchObject({ item: { node: "item", item: [1, 1] } });
  expect(report.skipped).toMatchObject({ all: ["all", "ofOuter"], ofOuter: ["ofOuter", "work", "item"] });
});

test("an item that lacks a value runs what does not need it, in the first pass and in a later one", async () => {
  const ran: string[] = [];
  const told = (name: string, value: (...args: any[]) => unknown) => (...args: unknown[]) => (ran.push(`${name} ${args.join()}`), value(...args));
  const broken = (): never => { throw new Error("broken"); };
  const report = (await build({
    rate: { run: broken },
    item: { parallel: true, run: () => [1, 2, 3] },
    work: { needs: ["item"], run: (item: number) => (item === 2 ? broken() : item * 10) },
    plain: { needs: ["item"], run: told("plain", (item: number) => item) },
    rated: { needs: ["item", "rate"], run: told("rated", () => 1) },
    total: { needs: ["plain[]"], run: sum },
    share: { needs: ["plain", "total"], run: told("share", (plain: number, total: number) => plain / total) },
    both: { needs: ["work", "total"], run: told("both", (work: number, total: number) => work / total) },
    shares: { needs: ["share[]"], run: sum },
    boths: { needs: ["both[]"], run: sum },
    rates: { needs: ["rated[]"], run: sum },
  }).execute(["total", "shares", "boths", "rates"], { onError: "continue" })) as ExecutionReport<any>;
  expect(report.values).toEqual({ total: 6, shares: 1 });
  expect(Object.keys(report.errors).sort()).toEqual(["rate", "work"]);
  expect(report.skipped).toEqual({ rated: ["rated", "rate"], both: ["both", "work"], boths: ["boths", "both"], rates: ["rates", "rated"] });
  expect(ran).toEqual(["plain 1", "plain 2", "plain 3", "share 1,6", "both 10,6", "share 2,6", "share 3,6", "both 30,6"]);
});

test("timeouts hold for each item, and give each its own signal", async () => {
  const aborted: number[] = [];
  const dr = build({
    item: { parallel: true, run: () => [1, 2, 3] },
    work: { needs: ["item", "signal!"], async: true, run: async (item: number, signal: AbortSignal) => { signal.addEventListener("abort", () => aborted.push(item)); await sleep(item === 2 ? 200 : 1, undefined, { signal }).catch(() => {}); return item; } },
    all: { needs: ["work[]"], run: sum },
  });
  const error = (await failure(() => dr.execute(["all"], { timeout: 30 }))) as NodeError;
  expect(error).toMatchObject({ node: "work", item: [1] });
  expect(error.cause).toBeInstanceOf(TimeoutError);
  expect(aborted).toEqual([2]);
  expect(await failure(() => dr.execute(["all"], { runTimeout: 30 }))).toBeInstanceOf(TimeoutError);
});

test("pools are shared by all items of all blocks", async () => {
  let [underWay, peak] = [0, 0];
  const watched = async (value: number): Promise<number> => { peak = Math.max(peak, ++underWay); await sleep(1); underWay--; return value; };
  const dr = build({
    outer: { parallel: true, run: () => [1, 2, 3, 4] },
    item: { needs: ["outer"], parallel: true, run: (outer: number) => [outer, outer] },
    work: { needs: ["item"], async: true, run: watched, more: { tags: { db: true } } },
    later: { needs: ["work"], async: true, run: async (work: number) => { await sleep(1); return work; } },
    ofOuter: { needs: ["later[]"], run: sum },
    all: { needs: ["ofOuter[]"], run: sum },
  });
  for (const db of [1, 3]) {
    peak = 0;
    expect(await dr.execute(["all"], { concurrency: { db } })).toEqual({ all: 20 });
    expect(peak).toBe(db);
    expect(await dr.execute(["all"], { concurrency: { db, default: 1 } })).toEqual({ all: 20 });
  }
});

test("what is under way may be awaited", async () => {
  const log: string[] = [];
  const dr = build({
    item: { parallel: true, run: function* () { try { yield* [1, 2, 3]; yield 4; } finally { log.push("closed"); } } },
    work: { needs: ["item"], async: true, run: async (item: number) => { await sleep(item * 10); if (item === 1) throw new Error("boom"); log.push(`done ${item}`); return item; } },
    more: { needs: ["work"], run: (work: number) => { log.push(`more ${work}`); return work; } },
    all: { needs: ["more[]"], run: sum },
  });
  const options = { concurrency: 3, inFlight: "await" } as const;
  expect(await failure(() => dr.execute(["all"], options))).toMatchObject({ node: "work", item: [0] });
  expect(log).toEqual(["closed", "done 2", "done 3"]);
});

test.each([
  ["await", {}, ["asked", "closed"]],
  ["abandon", {}, []],
  ["await", { runTimeout: 15 }, []],
] as const)("so may be a producer that is asked for an item, and its end: %s %j", async (inFlight, limits, expected) => {
  const log: string[] = [];
  const dr = build({
    item: { parallel: true, run: async function* () { try { yield 1; await sleep(30); log.push("asked"); yield 2; } finally { await sleep(10); log.push("closed"); } } },
    work: { needs: ["item"], async: true, run: async () => { await sleep(5); throw new Error("boom"); } },
    all: { needs: ["work[]"], run: sum },
  });
  expect(await failure(() => dr.execute(["all"], { inFlight, ...limits }))).toMatchObject({ node: "work", item: [0] });
  expect(log).toEqual(expected);
});

test("what an inner node got can be run again", async () => {
  let heal = false;
  const dr = build({
    item: { needs: ["from"], parallel: true, run: (from: number) => [from, from + 1] },
    size: { needs: ["item"], run: (item: number) => item * 2 },
    work: { needs: ["item", "size", "factor"], run: (item: number, size: number, factor: number) => { if (item === 6 && !heal) throw new Error("boom"); return item + size * factor; } },
    all: { needs: ["work[]"], run: sum },
    total: { needs: ["work[]", "item[]"], run: (work: readonly number[]) => { if (!heal) throw new Error("no"); return sum(work); } },
  });
  const error = (await failure(() => dr.execute(["all"], { inputs: { from: 5, factor: 10 }, captureInputs: true }))) as NodeError;
  expect(error.inputs).toEqual({ item: 6, size: 12, factor: 10 });
  heal = true;
  expect(await dr.replay(error)).toBe(126);
  heal = false;
  const collecting = (await failure(() => dr.execute(["total"], { inputs: { from: 1, factor: 1 }, captureInputs: true }))) as NodeError;
  expect(collecting.inputs).toEqual({ work: [3, 6], item: [1, 2] });
  heal = true;
  expect(await dr.replay(collecting)).toBe(9);
});

describe("adapters", () => {
  test("are told of the item, and of the engine's own steps nothing", async () => {
    const log: unknown[] = [];
    const { sketches } = flaky(() => false, true);
    const watching: LifecycleAdapter = {
      beforeGraphExecution: ({ nodes }) => void log.push(nodes.map(({ name }) => name)),
      beforeNodeExecution: ({ node, item, inputs, startedAfter }) => void log.push([node.name, item, inputs, startedAfter]),
    };
    await build(sketches, watching).execute(["all"], { concurrency: 1 });
    expect(log).toEqual([
      ["item", "work", "all"],
      ["item", undefined, {}, undefined],
      ["work", [0], { item: 1 }, "item"],
      ["work", [1], { item: 2 }, "item"],
      ["work", [2], { item: 3 }, "item"],
      ["work", [3], { item: 4 }, "item"],
      ["all", undefined, { work: [10, 20, 30, 40] }, "work"],
    ]);
  });

  test("may stand in for a node of an item", () => {
    const { sketches } = flaky(() => false);
    const doubling: LifecycleAdapter = { aroundNodeExecution: ({ node, item }, next) => (node.name === "work" && item![0] === 1 ? 1000 : next()) };
    expect(build(sketches, doubling).executeSync(["all", "labels"])).toEqual({ all: 1080, labels: "w10,w1000,w30,w40" });
  });

  test("that fail end the run, and what is iterated", async () => {
    let closed = false;
    const { sketches } = flaky(() => false, true);
    const failing: LifecycleAdapter = { afterNodeExecution: ({ item }) => { if (item?.[0] === 2) throw new Error("tired"); } };
    const dr = build({ ...sketches, item: { parallel: true, run: function* () { try { yield* [1, 2, 3, 4, 5, 6]; } finally { closed = true; } } } }, failing);
    expect((await failure(() => dr.execute(["all"], { concurrency: 1 }))).code).toBe("ICOSIAN_ADAPTER_FAILED");
    expect(closed).toBe(true);
  });
});
