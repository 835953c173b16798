import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { AbortError, Builder, NodeError } from "icosian";
import { failure, flow, moduleOf, type NodeSketch } from "./module";

const build = (sketches: Record<string, NodeSketch>) => new Builder().withModules(flow(sketches)).build();
const later = <T>(value: T, milliseconds = 0) => new Promise<T>((resolve) => setTimeout(resolve, milliseconds, value));
const chain = (length: number, run: (before?: number) => unknown, async = false) =>
  moduleOf(Array.from({ length }, (_, i) => [`n${i}`, { needs: i === 0 ? [] : [`n${i - 1}`], run, async }]));

let unhandled: unknown[];
const note = (reason: unknown) => unhandled.push(reason);
beforeAll(() => void process.on("unhandledRejection", note));
afterAll(() => void process.off("unhandledRejection", note));
beforeEach(() => void (unhandled = []));
afterEach(async () => {
  await later(0, 5);
  expect(unhandled).toEqual([]);
});

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

describe("a node that fails", () => {
  const needing = (run: () => unknown) => build({ bad: { run }, mid: { needs: ["bad"], run: (bad) => bad }, top: { needs: ["mid"], run: (mid) => mid } });
  const boom = new Error("boom");
  const throwing = { get then(): never { throw boom; } };
  const then = { then: () => { throw boom; } };
  const late = { then: (_: unknown, reject: (reason: unknown) => void) => setTimeout(reject, 1, boom) };
  const patched = Object.assign(Promise.resolve(1), { then: () => { throw boom; } });
  const odd = Object.defineProperty(Promise.resolve(1), "constructor", { get: () => { throw boom; } });

  test.each<[string, () => unknown, unknown]>([
    ["throws", () => { throw boom; }, boom],
    ["throws undefined", () => { throw undefined; }, undefined],
    ["throws null", () => { throw null; }, null],
    ["throws what cannot be shown", () => { throw throwing; }, throwing],
    ["rejects", () => Promise.reject(boom), boom],
    ["rejects with undefined", () => Promise.reject(undefined), undefined],
    ["rejects later", () => later(0).then(() => Promise.reject(boom)), boom],
    ["returns a thenable that throws", () => then, boom],
    ["returns a thenable that rejects", () => late, boom],
    ["returns a thenable whose then cannot be read", () => throwing, boom],
    ["returns a promise whose own then throws", () => patched, boom],
    ["returns a promise whose constructor cannot be read", () => odd, boom],
    ["resolves with a thenable that throws", () => Promise.resolve(1).then(() => then), boom],
  ])("%s", async (_, run, cause) => {
    for (const error of [await failure(() => needing(run).execute(["top"])), await failure(() => build({ wait: { run: () => later(1) }, bad: { needs: ["wait"], run }, top: { needs: ["bad"], run: (bad) => bad } }).execute(["top"]))]) {
      expect(error).toBeInstanceOf(NodeError);
      expect(error).toMatchObject({ code: "ICOSIAN_NODE_FAILED", name: "NodeError", node: "bad" });
      expect([error.route[0], error.route.at(-1)]).toEqual(["top", "bad"]);
      expect("cause" in error).toBe(true);
      expect(error.cause).toBe(cause);
    }
  });

  test("is named, with the route to it and what it said", async () => {
    const error = await failure(() => needing(() => { throw boom; }).executeSync(["mid", "top"]));
    expect(error.route).toEqual(["mid", "bad"]);
    expect(error.message).toBe("Node 'bad' fails: boom. It is computed because 'mid' needs 'bad'.");
  });

  test("stops what has not begun, at once, and forgets what is under way", async () => {
    const started: string[] = [];
    const run = (name: string, act: () => unknown) => () => (started.push(name), act());
    const dr = build({
      slow: { run: run("slow", () => later(1, 30)) },
      slowBad: { run: run("slowBad", () => later(0, 20).then(() => Promise.reject(new Error("too late")))) },
      bad: { run: run("bad", () => later(0, 1).then(() => { throw boom; })) },
      after: { needs: ["slow"], run: run("after", () => 1) },
      all: { needs: ["slow", "slowBad", "bad", "after"], run: run("all", () => 1) },
    });
    const before = Date.now();
    expect((await failure(() => dr.execute(["all"]))).node).toBe("bad");
    expect(Date.now() - before).toBeLessThan(18);
    await later(0, 50);
    expect(started).toEqual(["slow", "slowBad", "bad"]);
  });

  test("a later failure does not replace the first", async () => {
    const dr = build({ a: { run: () => later(0, 1).then(() => { throw new Error("a"); }) }, b: { run: () => { throw new Error("b"); } } });
    expect((await failure(() => dr.execute(["a", "b"]))).node).toBe("b");
  });
});

test("a member that is no function is told so", async () => {
  const module = flow({ A: { run: () => 1 }, B: { needs: ["A"], run: () => 1 } });
  const dr = new Builder().withModules(module).build();
  Object.assign(module, { A: 5 });
  expect(await failure(() => dr.executeSync(["B"]))).toMatchObject({ code: "ICOSIAN_NODE_NOT_A_FUNCTION", node: "A", route: ["B", "A"], message: expect.stringContaining("a value of type 'number'") });
  delete (module as any).A;
  expect((await failure(() => dr.execute(["B"]))).message).toContain("holds nothing under 'A'");
  const dead = new ReferenceError("Cannot access 'A' before initialization");
  Object.defineProperty(module, "A", { get: () => { throw dead; } });
  expect(await failure(() => dr.execute(["B"]))).toMatchObject({ code: "ICOSIAN_NODE_FAILED", cause: dead });
});

test("executeSync meets a promise that the manifest does not tell of", async () => {
  const dr = build({ A: { run: () => Promise.reject(new Error("nobody listens")) }, B: { needs: ["A"], run: () => 1 } });
  expect(await failure(() => dr.executeSync(["B"]))).toMatchObject({ code: "ICOSIAN_NODE_RETURNED_PROMISE", node: "A", route: ["B", "A"] });
});

describe("abort", () => {
  test("before, during and after a run", async () => {
    let ran = 0;
    const dr = build({ a: { run: () => (ran++, later(1, 20)) }, b: { needs: ["a"], run: () => ran++ } });
    const before = await failure(() => dr.execute(["b"], { signal: AbortSignal.abort("why") }));
    expect(before).toBeInstanceOf(AbortError);
    expect(before).toMatchObject({ name: "AbortError", code: "ICOSIAN_ABORTED", cause: "why" });
    expect(await failure(() => dr.executeSync(["b"], { signal: AbortSignal.abort() }))).toBeInstanceOf(AbortError);
    expect(ran).toBe(0);
    const controller = new AbortController();
    const running = dr.execute(["b"], { signal: controller.signal });
    controller.abort("enough");
    expect(await failure(() => running)).toMatchObject({ code: "ICOSIAN_ABORTED", cause: "enough" });
    await later(0, 30);
    expect(ran).toBe(1);
    const done = new AbortController();
    expect(await dr.execute(["a"], { signal: done.signal })).toEqual({ a: 1 });
    done.abort();
  });

  test("from within a node, sync and async", async () => {
    const controller = () => new AbortController();
    for (const method of ["execute", "executeSync"] as const) {
      const own = controller();
      let ran = false;
      const dr = build({ a: { run: () => own.abort("stop") }, b: { needs: ["a"], run: () => (ran = true) } });
      expect(await failure(() => dr[method](["b"], { signal: own.signal }))).toMatchObject({ code: "ICOSIAN_ABORTED", cause: "stop" });
      expect(ran).toBe(false);
    }
  });

  test("leaves no listener on the caller's signal", async () => {
    const { signal } = new AbortController();
    const listeners = new Set<unknown>();
    jest.spyOn(signal, "addEventListener").mockImplementation((_, listener) => void listeners.add(listener));
    jest.spyOn(signal, "removeEventListener").mockImplementation((_, listener) => void listeners.delete(listener));
    const dr = build({ ok: { run: () => later(1) }, bad: { run: () => later(1).then(() => { throw 1; }) } });
    const running = dr.execute(["ok"], { signal });
    expect(listeners.size).toBe(1);
    await running;
    await failure(() => dr.execute(["bad"], { signal }));
    expect(listeners.size).toBe(0);
  });

  test("reaches nodes that take the run's signal, as does a failure", async () => {
    const signals: AbortSignal[] = [];
    const dr = build({
      fetches: { needs: ["signal!"], run: (signal) => (signals.push(signal), later(1, 10)) },
      bad: { run: () => later(0).then(() => { throw new Error("bad"); }) },
      named: { needs: ["signal!", "fetches"], named: true, run: ({ signal, fetches }) => signal instanceof AbortSignal && fetches },
    });
    expect(await dr.execute(["named"])).toEqual({ named: 1 });
    expect(signals[0]!.aborted).toBe(false);
    const error = await failure(() => dr.execute(["fetches", "bad"]));
    expect(signals[1]!.aborted).toBe(true);
    expect(signals[1]!.reason).toBe(error);
    const controller = new AbortController();
    const running = dr.execute(["fetches"], { signal: controller.signal });
    controller.abort("enough");
    expect(await failure(() => running)).toBeInstanceOf(AbortError);
    expect(signals[2]!.aborted).toBe(true);
    expect(dr.listAvailableVariables().map(({ name }) => name)).not.toContain("signal");
    expect(() => dr.executeSync(["named"], { inputs: { signal: 1 } } as object)).toThrow("no input 'signal'");
  });
});

test("promises overlap by dependency, not by level", async () => {
  const log: string[] = [];
  const timed = (name: string, milliseconds: number) => async () => (await later(0, milliseconds), log.push(name));
  const dr = build({
    fast: { run: timed("fast", 1), async: true },
    slow: { run: timed("slow", 40), async: true },
    afterFast: { needs: ["fast"], run: timed("afterFast", 1), async: true },
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

test("a value is dropped when its last consumer has run", async () => {
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc") as () => void;
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
        gc();
      }
      seen = dropped;
    };
    const dr = build({ big: { run: big }, size: { needs: ["big"], run: (value) => value.length }, last: { needs: ["size"], run: async () => collect(), async: true } });
    await dr.execute(["last"]);
    expect([asynchronous, seen]).toEqual([asynchronous, 1]);
  }
});

test("a sync run drops values as it goes", () => {
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc") as () => void;
  const held = () => (gc(), process.memoryUsage().arrayBuffers);
  const start = held();
  const links = Array.from({ length: 30 }, (_, i): [string, NodeSketch] => [`n${i}`, { needs: i === 0 ? [] : [`n${i - 1}`], run: () => new ArrayBuffer(1e7) }]);
  const dr = new Builder().withModules(moduleOf([...links, ["end", { needs: ["n29"], run: () => held() - start }]])).build();
  expect(dr.executeSync(["end"]).end).toBeLessThan(5e7);
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
