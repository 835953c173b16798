import { Builder } from "icosian";
import { collectGarbage } from "./collect-garbage";
import { failure, flow, moduleOf, type NodeSketch } from "./module";
import { refuseUnhandledRejections } from "./unhandled-rejections";

const build = (sketches: Record<string, NodeSketch>) => new Builder().withModules(flow(sketches)).build();
const later = <T>(value: T, milliseconds = 0) => new Promise<T>((resolve) => setTimeout(resolve, milliseconds, value));
const chain = (length: number, run: (before?: number) => unknown, async = false) =>
  moduleOf(Array.from({ length }, (_, i) => [`n${i}`, { needs: i === 0 ? [] : [`n${i - 1}`], run, async }]));

refuseUnhandledRejections();

describe("chains of 100,000 nodes", () => {
  const last = "n99999";
  test("sync", async () => {
    const dr = new Builder().withModules(chain(100_000, (before = 0) => before + 1)).build();
    expect(dr.executeSync([last])).toEqual({ [last]: 100_000 });
    expect(await dr.execute([last])).toEqual({ [last]: 100_000 });
    expect(dr.whatIsUpstreamOf(last)).toHaveLength(100_000);
    expect(dr.whatIsThePathBetween("n5", last)).toHaveLength(99_995);
  });
  test("async", async () => {
    const dr = new Builder().withModules(chain(100_000, async (before = 0) => before + 1, true)).build();
    expect(await dr.execute([last])).toEqual({ [last]: 100_000 });
  });
  test("sync after one promise", async () => {
    const dr = new Builder().withModules(chain(100_000, (before) => (before === undefined ? later(1) : before + 1))).build();
    expect(await dr.execute([last])).toEqual({ [last]: 100_000 });
  });
  test("that fail at their end", async () => {
    const dr = new Builder().withModules(chain(100_000, (before = 0) => { if (before === 99_999) throw new Error("end"); return before + 1; })).build();
    expect((await failure(() => dr.executeSync([last]))).route).toEqual([last]);
    const first = new Builder().withModules(chain(100_000, () => { throw new Error("start"); })).build();
    const error = await failure(() => first.execute([last]));
    expect(error.route).toHaveLength(100_000);
    expect(error.message.length).toBeLessThan(500);
  });
});

test("promises overlap by dependency, not by level", async () => {
  const log: string[] = [];
  let release: (() => void) | undefined;
  // Level by level, this would wait for ever.
  const released = new Promise<void>((resolve) => (release = resolve));
  const dr = build({
    fast: { run: async () => log.push("fast"), async: true },
    slow: { run: async () => (await released, log.push("slow")), async: true },
    afterFast: { needs: ["fast"], run: async () => (log.push("afterFast"), release!()), async: true },
    top: { needs: ["slow", "afterFast"], run: () => 1 },
  });
  await dr.execute(["top"]);
  expect(log).toEqual(["fast", "afterFast", "slow"]);
});

test("concurrency bounds the promises under way, and uses what it may", async () => {
  for (const concurrency of [1, 3, 200]) {
    let inFlight = 0;
    let most = 0;
    const leaf = async () => {
      most = Math.max(most, ++inFlight);
      await later(0);
      inFlight--;
      return 1;
    };
    const names = Array.from({ length: 100 }, (_, i) => `n${i}`);
    const dr = new Builder().withModules(moduleOf([...names.map((name) => [name, { run: leaf, async: true }] as const), ["sum", { needs: names, run: (...all: number[]) => all.length }]])).build();
    expect(await dr.execute(["sum"], { concurrency })).toEqual({ sum: 100 });
    expect(most).toBe(Math.min(concurrency, 100));
  }
});

test("a run that fails while nodes wait for a place ends", async () => {
  const fails = (): never => {
    throw new Error("no stock");
  };
  const nodes = { x: { run: () => later(1), async: true }, y: { run: fails }, z: { run: fails } };
  expect((await failure(() => build(nodes).execute(["x", "y", "z"], { concurrency: 1 }))).message).toBe("Node 'y' fails: no stock.");
  const blocks = { items: { run: () => [1, 2], parallel: true }, slow: { needs: ["items"], run: () => later(1), async: true }, y: { needs: ["items"], run: fails }, z: { needs: ["items"], run: fails } };
  const all = { ...blocks, top: { needs: ["slow[]", "y[]", "z[]"], run: () => 1 } };
  for (const concurrency of [1, 2]) expect((await failure(() => build(all).execute(["top"], { concurrency }))).message).toContain("no stock");
});

test("a value is dropped when its last consumer has run", async () => {
  for (const asynchronous of [false, true]) {
    let dropped = 0;
    const registry = new FinalizationRegistry(() => dropped++);
    const big = () => {
      const value = new Array(1000).fill(0);
      registry.register(value, 0);
      return asynchronous ? later(value) : value;
    };
    let seen = -1;
    const collect = async () => {
      for (let turn = 0; turn < 20 && dropped === 0; turn++) {
        await later(0, 1);
        collectGarbage();
      }
      seen = dropped;
    };
    const dr = build({ big: { run: big }, size: { needs: ["big"], run: (value) => value.length }, last: { needs: ["size"], run: async () => collect(), async: true } });
    await dr.execute(["last"]);
    expect([asynchronous, seen]).toEqual([asynchronous, 1]);
  }
});

test("a sync run drops values as it goes", () => {
  // What the first lets go of, another thread frees; the second waits for that.
  const held = () => (collectGarbage(), collectGarbage(), process.memoryUsage().arrayBuffers);
  const start = held();
  const links = Array.from({ length: 30 }, (_, i): [string, NodeSketch] => [`n${i}`, { needs: i === 0 ? [] : [`n${i - 1}`], run: () => new ArrayBuffer(1e7) }]);
  const dr = new Builder().withModules(moduleOf([...links, ["end", { needs: ["n29"], run: () => held() - start }]])).build();
  expect(dr.executeSync(["end"]).end).toBeLessThan(5e7);
});

test.each([1, 2, 127, 128, 2000])("the results of %i final vars are an ordinary object, which nobody shares", (count) => {
  const names = ["__proto__", ...Array.from({ length: count - 1 }, (_, i) => `n${count - i}`)];
  const dr = new Builder().withModules(moduleOf(names.map((name, i) => [name, { run: () => (i % 2 === 0 ? i : name) }]))).build();
  const entries = names.map((name, i) => [name, i % 2 === 0 ? i : name]);
  const results: Record<string, unknown> = dr.executeSync(names);
  expect(Object.entries(results)).toEqual(entries);
  expect(Object.getPrototypeOf(results)).toBe(Object.prototype);
  expect(Object.values(Object.getOwnPropertyDescriptors(results)).every((each) => each.writable && each.enumerable && each.configurable)).toBe(true);
  for (const name of names) delete results[name];
  expect(Object.entries(dr.executeSync(names))).toEqual(entries);
});

test("functions are called as plain functions, with exactly their dependencies", () => {
  const seen: unknown[] = [];
  const run = function (this: unknown, ...args: unknown[]) {
    seen.push([this, args]);
    return args.length;
  };
  const needs = ["a", "b", "c", "d", "e"];
  const dr = build(Object.fromEntries(needs.map((_, n) => [`n${n}`, { needs: needs.slice(0, n), run }])));
  const inputs = Object.fromEntries(needs.slice(0, 4).map((name) => [name, name]));
  expect(dr.executeSync(["n0", "n1", "n2", "n3", "n4"], { inputs })).toEqual({ n0: 0, n1: 1, n2: 2, n3: 3, n4: 4 });
  expect(seen).toEqual([0, 1, 2, 3, 4].map((n) => [undefined, needs.slice(0, n)]));
});

test("runs of one driver do not disturb each other", async () => {
  const dr = build({ a: { needs: ["x"], run: (x) => later(x, 10 - x), async: true }, b: { needs: ["a"], run: (a) => a * 2 } });
  const results = await Promise.all([1, 5, 9].map((x) => dr.execute(["b"], { inputs: { x } })));
  expect(results).toEqual([{ b: 2 }, { b: 10 }, { b: 18 }]);
});

test("a promise that is given is a value, and not awaited", async () => {
  const promise = Promise.resolve(1);
  const dr = build({ same: { needs: ["x"], run: (x) => x === promise } });
  expect(await dr.execute(["same"], { inputs: { x: promise } })).toEqual({ same: true });
});
