import { Builder, type ExecuteOptions, NodeError, node, RequestError, TimeoutError } from "icosian";
import { failure, flow, moduleOf, type NodeSketch } from "./module";
import { refuseUnhandledRejections } from "./unhandled-rejections";

const build = (sketches: Record<string, NodeSketch>) => new Builder().withModules(flow(sketches)).build();
const later = <T>(value: T, milliseconds = 0) => new Promise<T>((resolve) => setTimeout(resolve, milliseconds, value));
const tagged = (tags: Record<string, string>) => ({ more: { tags } });
/** Fails so many times, then gives its value. */
const flaky = (times: number, value: unknown = "ok", calls: number[] = []) => () => {
  calls.push(Date.now());
  if (calls.length <= times) throw new Error(`failure ${calls.length}`);
  return value;
};

refuseUnhandledRejections();

describe("retry", () => {
  test("so many times, at once, with and without promises", async () => {
    for (const wrap of [(run: () => unknown) => run, (run: () => unknown) => async () => run()]) {
      expect(await build({ a: { run: wrap(flaky(2)) } }).execute(["a"], { retry: 2 })).toEqual({ a: "ok" });
      const error = await failure(() => build({ a: { run: wrap(flaky(3)) } }).execute(["a"], { retry: 2 }));
      expect(error).toMatchObject({ code: "ICOSIAN_NODE_FAILED", node: "a", cause: { message: "failure 3" } });
    }
    expect(build({ a: { run: flaky(2) } }).executeSync(["a"], { retry: { times: 2 } })).toEqual({ a: "ok" });
    expect(() => build({ a: { run: flaky(1) } }).executeSync(["a"], { retry: 0 })).toThrow("failure 1");
  });

  test("after delays that grow, up to a limit, less what is left to chance", async () => {
    jest.useFakeTimers();
    const gaps = async (retry: object, chance = 0.5) => {
      jest.spyOn(Math, "random").mockReturnValue(chance);
      const calls: number[] = [];
      const running = build({ a: { run: flaky(4, 1, calls) } }).execute(["a"], { retry: { times: 4, ...retry } });
      await jest.advanceTimersByTimeAsync(100_000);
      await running;
      jest.restoreAllMocks();
      return calls.slice(1).map((at, index) => at - calls[index]!);
    };
    expect(await gaps({ delay: 10 })).toEqual([10, 20, 40, 80]);
    expect(await gaps({ delay: 10, backoff: 3, maxDelay: 50 })).toEqual([10, 30, 50, 50]);
    expect(await gaps({ delay: 100, backoff: 1, jitter: 0.2 })).toEqual([90, 90, 90, 90]);
    expect(await gaps({ delay: 100, backoff: 1, jitter: 1 }, 0.25)).toEqual([75, 75, 75, 75]);
    expect(await gaps({ delay: 1, backoff: 1e308, maxDelay: 7 })).toEqual([1, 7, 7, 7]);
  });

  test("of errors that the policy names; which is told the attempt", async () => {
    const asked: unknown[] = [];
    const on = (error: unknown, attempt: number) => (asked.push([(error as Error).message, attempt]), attempt < 2);
    expect((await failure(() => build({ a: { run: flaky(9) } }).execute(["a"], { retry: { times: 5, on } }))).cause.message).toBe("failure 2");
    expect(asked).toEqual([["failure 1", 1], ["failure 2", 2]]);
    const odd = () => { throw new Error("odd"); };
    expect((await failure(() => build({ a: { run: flaky(9) } }).execute(["a"], { retry: { times: 5, on: odd } }))).cause.message).toBe("odd");
  });

  test("by node, by tag, by default: the most specific holds", async () => {
    const count = async (retry: ExecuteOptions["retry"]) => {
      const calls: number[] = [];
      await failure(() => build({ a: { run: flaky(9, 0, calls), ...tagged({ pool: "db", owner: "growth" }) } }).execute(["a"], { retry: retry! }));
      return calls.length;
    };
    expect(await count({ default: 1 })).toBe(2);
    expect(await count({ default: 1, tags: { db: 2 } })).toBe(3);
    expect(await count({ default: 1, tags: { owner: { times: 3 }, db: 2 } })).toBe(4);
    expect(await count({ default: 1, tags: { db: 2 }, nodes: { a: 4 } })).toBe(5);
    expect(await count({ default: 4, nodes: { a: 0 } })).toBe(1);
  });

  test("ends with the run, and leaves no timer", async () => {
    jest.useFakeTimers();
    const controller = new AbortController();
    const calls: number[] = [];
    const running = failure(() => build({ a: { run: flaky(9, 0, calls) } }).execute(["a"], { signal: controller.signal, retry: { times: 9, delay: 1000 } }));
    await jest.advanceTimersByTimeAsync(10);
    expect(jest.getTimerCount()).toBe(1);
    controller.abort();
    expect((await running).code).toBe("ICOSIAN_ABORTED");
    expect([calls.length, jest.getTimerCount()]).toEqual([1, 0]);
  });

  test("with a delay, executeSync cannot", () => {
    const dr = build({ a: { run: () => 1 }, b: { run: () => 2 } });
    const retry = { nodes: { a: { times: 1, delay: 5 } } };
    expect(() => dr.executeSync(["a"], { retry })).toThrow("'executeSync' cannot wait to try 'a' again");
    expect(dr.executeSync(["b"], { retry })).toEqual({ b: 2 });
  });
});

describe("timeout", () => {
  test("ends an attempt: its signal is aborted, the node fails, no timer is left", async () => {
    jest.useFakeTimers();
    const signals: AbortSignal[] = [];
    const dr = build({ a: { needs: ["signal!"], run: (signal) => (signals.push(signal), new Promise(() => {})) }, b: { needs: ["a"], run: (a) => a } });
    const running = failure(() => dr.execute(["b"], { timeout: 100, retry: 1 }));
    await jest.advanceTimersByTimeAsync(150);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    await jest.advanceTimersByTimeAsync(50);
    const error = await running;
    expect(error).toBeInstanceOf(NodeError);
    expect(error).toMatchObject({ node: "a", route: ["b", "a"], cause: { code: "ICOSIAN_TIMEOUT", milliseconds: 100 } });
    expect(error.cause).toBeInstanceOf(TimeoutError);
    expect(error.message).toBe("Node 'a' fails: The attempt takes longer than its 100 ms. It is computed because 'b' needs 'a'.");
    expect(signals[1]!.reason).toBe(error.cause);
    expect(jest.getTimerCount()).toBe(0);
  });

  test("leaves alone what is fast enough, and the signals of the others", async () => {
    jest.useFakeTimers();
    const signals: AbortSignal[] = [];
    const run = (milliseconds: number) => (signal: AbortSignal) => (signals.push(signal), later(milliseconds, milliseconds));
    const dr = build({ a: { needs: ["signal!"], run: run(99) }, b: { needs: ["signal!"], run: run(500) }, c: { run: () => 1 } });
    const running = dr.execute(["a", "b", "c"], { timeout: { default: 100, nodes: { b: 1000 } } });
    await jest.advanceTimersByTimeAsync(500);
    expect(await running).toEqual({ a: 99, b: 500, c: 1 });
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
    expect(jest.getTimerCount()).toBe(0);
  });

  test("of the run: ends it, whatever is under way", async () => {
    jest.useFakeTimers();
    const signals: AbortSignal[] = [];
    const dr = build({ a: { needs: ["signal!"], run: (signal) => (signals.push(signal), new Promise(() => {})) } });
    for (const options of [{}, { inFlight: "await" }, { onError: "continue" }] as const) {
      const running = failure(() => dr.execute(["a"], { runTimeout: 200, ...options }));
      await jest.advanceTimersByTimeAsync(200);
      expect(await running).toMatchObject({ name: "TimeoutError", code: "ICOSIAN_TIMEOUT", milliseconds: 200 });
      expect(signals.pop()!.aborted).toBe(true);
      expect(jest.getTimerCount()).toBe(0);
    }
  });

  test("of the run holds between functions that return no promise, too", async () => {
    const busy = () => { const end = Date.now() + 15; while (Date.now() < end); };
    let ran = 0;
    const dr = build({ a: { run: busy }, b: { needs: ["a"], run: () => ran++ } });
    expect(() => dr.executeSync(["b"], { runTimeout: 10 })).toThrow(TimeoutError);
    expect((await failure(() => dr.execute(["b"], { runTimeout: 10 }))).code).toBe("ICOSIAN_TIMEOUT");
    expect(ran).toBe(0);
    expect(dr.executeSync(["b"], { runTimeout: 10_000 })).toEqual({ b: 0 });
  });
});

describe("pools", () => {
  test("bound what is under way by tag, by the rest, and by both where a node is in two", async () => {
    jest.useFakeTimers();
    let most: Record<string, number> = {};
    const inside: Record<string, number> = {};
    const run = (...pools: string[]) => async () => {
      for (const pool of pools) most[pool] = Math.max(most[pool] ?? 0, (inside[pool] = (inside[pool] ?? 0) + 1));
      await later(1, 10);
      for (const pool of pools) inside[pool]!--;
    };
    const names = (prefix: string) => Array.from({ length: 6 }, (_, index) => `${prefix}${index}`);
    const dr = build(
      Object.fromEntries([
        ...names("db").map((name) => [name, { run: run("db"), ...tagged({ pool: "db" }) }]),
        ...names("both").map((name) => [name, { run: run("db", "web"), ...tagged({ pool: "db", web: "" }) }]),
        ...names("free").map((name) => [name, { run: run("free") }]),
      ]),
    );
    const measure = async (concurrency: ExecuteOptions["concurrency"]) => {
      most = {};
      const running = dr.execute([...names("db"), ...names("both"), ...names("free")], { concurrency: concurrency! });
      await jest.advanceTimersByTimeAsync(1000);
      await running;
      return most;
    };
    expect(await measure({ default: 3, db: 2, web: 1 })).toEqual({ db: 2, web: 1, free: 3 });
    expect(await measure({ db: 4 })).toMatchObject({ db: 4, free: 6 });
    expect(await measure({ web: undefined, db: undefined })).toEqual({ db: 12, web: 6, free: 6 });
  });

  test("a full pool holds up nobody else", async () => {
    jest.useFakeTimers();
    const order: string[] = [];
    const run = (name: string, milliseconds: number) => async () => (await later(1, milliseconds), order.push(name));
    const dr = build({ slow: { run: run("slow", 50), ...tagged({ pool: "db" }) }, next: { run: run("next", 1), ...tagged({ pool: "db" }) }, free: { run: run("free", 1) }, last: { needs: ["free"], run: run("last", 1) } });
    const running = dr.execute(["slow", "next", "last"], { concurrency: { db: 1 } });
    await jest.advanceTimersByTimeAsync(100);
    await running;
    expect(order).toEqual(["free", "last", "slow", "next"]);
  });
});

describe("onError: continue", () => {
  const boom = new Error("boom");
  const dr = build({
    ok: { run: () => 1 },
    bad: { run: () => { throw boom; } },
    worse: { run: async () => { throw boom; } },
    mid: { needs: ["bad"], run: () => 1 },
    low: { needs: ["mid", "ok"], run: () => 1 },
    fine: { needs: ["ok", "x"], run: (ok, x) => ok + x },
  });

  test("runs what can run, and reports values, errors and what was skipped", async () => {
    const report = await dr.execute(["low", "worse", "fine", "x"], { onError: "continue", inputs: { x: 5 } });
    expect(report.values).toEqual({ fine: 6, x: 5 });
    expect(Object.keys(report.errors)).toEqual(["bad", "worse"]);
    expect(report.errors.bad).toMatchObject({ node: "bad", route: ["low", "mid", "bad"], cause: boom });
    expect(report.skipped).toEqual({ mid: ["mid", "bad"], low: ["low", "mid", "bad"] });
    expect(dr.executeSync(["low", "fine"], { onError: "continue", inputs: { x: 5 } })).toMatchObject({ values: { fine: 6 }, errors: { bad: { node: "bad" } }, skipped: { mid: ["mid", "bad"] } });
    expect(await dr.execute(["fine"], { onError: "continue", inputs: { x: 5 } })).toEqual({ values: { fine: 6 }, errors: {}, skipped: {} });
  });

  test("a wrong request, an abort and a run's timeout are errors all the same", async () => {
    expect(await failure(() => dr.execute(["fine"], { onError: "continue" }))).toBeInstanceOf(RequestError);
    expect((await failure(() => dr.execute(["ok"], { onError: "continue", signal: AbortSignal.abort() }))).code).toBe("ICOSIAN_ABORTED");
  });

  test("cuts long routes, so that a report stays small", async () => {
    const chain = moduleOf(Array.from({ length: 5000 }, (_, index) => [`n${index}`, { needs: index === 0 ? [] : [`n${index - 1}`], run: () => { throw boom; } }]));
    const { skipped } = await new Builder().withModules(chain).build().execute(["n4999"], { onError: "continue" });
    expect(Object.keys(skipped)).toHaveLength(4999);
    expect(skipped.n4999).toHaveLength(100);
    expect(skipped.n4999!.slice(-3)).toEqual(["n4902", "…", "n0"]);
    expect(skipped.n99).toHaveLength(100);
    expect(skipped.n99!.at(-1)).toBe("n0");
  });
});

test("inFlight says whether a run that fails waits for what is under way", async () => {
  jest.useFakeTimers();
  let ended = 0;
  const dr = build({ slow: { run: () => later(1, 100).then(() => ended++) }, bad: { run: () => later(1, 10).then(() => Promise.reject(new Error("bad"))) }, after: { needs: ["slow"], run: () => ended++ } });
  for (const [inFlight, expected] of [["abandon", 0], ["await", 1]] as const) {
    ended = 0;
    const running = failure(() => dr.execute(["after", "bad"], { inFlight })).then((error) => [error.node, ended]);
    await jest.advanceTimersByTimeAsync(200);
    expect(await running).toEqual(["bad", expected]);
    expect(ended).toBe(1);
  }
});

describe("captureInputs and replay", () => {
  test("an error holds what its node got, and can be run again with it", async () => {
    let isFixed = false;
    const sketches = { a: { run: () => 2 }, bad: { needs: ["a", "x", "y?", "signal!"], run: (a: number, x: number, y: unknown, signal: unknown) => { if (isFixed) return [a, x, y, signal instanceof AbortSignal]; throw new Error("bad"); } }, top: { needs: ["bad"], run: () => 1 } };
    const dr = build(sketches);
    expect("inputs" in (await failure(() => dr.execute(["top"], { inputs: { x: 3 } })))).toBe(false);
    const error = await failure(() => dr.execute(["top"], { inputs: { x: 3 }, captureInputs: true }));
    expect(error.inputs).toEqual({ a: 2, x: 3 });
    expect(Object.keys(error)).not.toContain("inputs");
    const again = await failure(() => dr.replay(error));
    expect(again).toMatchObject({ node: "bad", cause: { message: "bad" }, inputs: { a: 2, x: 3 } });
    isFixed = true;
    expect(await dr.replay(again)).toEqual([2, 3, undefined, true]);
    expect(await build(sketches).replay(error)).toEqual([2, 3, undefined, true]);
    const { errors } = await build({ named: { needs: ["a", "b?"], named: true, run: (all) => { if (!isFixed) return all; throw new Error(Object.keys(all).join()); } } }).execute(["named"], { inputs: { a: 1 }, onError: "continue", captureInputs: true });
    expect(errors.named).toMatchObject({ cause: { message: "a" }, inputs: { a: 1 } });
  });

  test("says why it cannot", async () => {
    const dr = build({ bad: { needs: ["x"], run: () => { throw new Error("bad"); } } });
    expect((await failure(() => dr.replay(new Error("bad")))).message).toBe("'replay' takes a NodeError, not an Error.");
    const error = await failure(() => dr.execute(["bad"], { inputs: { x: 1 } }));
    expect((await failure(() => dr.replay(error))).message).toContain("Run it with 'captureInputs: true'");
    const captured = await failure(() => dr.execute(["bad"], { inputs: { x: 1 }, captureInputs: true }));
    expect((await failure(() => build({ a: { run: () => 1 } }).replay(captured))).message).toContain("computes no 'bad'");
  });
});

test("what a node declares itself holds, unless the run says otherwise by its name", async () => {
  const calls: number[] = [];
  const own = node({ retry: 2, timeout: 20, concurrency: "db" } as const, flaky(9, 0, calls) as () => number);
  const sketch = (run: (...args: any[]) => unknown): NodeSketch => ({ run, more: { policies: ["retry", "timeout", "concurrency"] } });
  const dr = build({ own: sketch(own), slow: sketch(node({ timeout: 5, concurrency: "db" }, () => later(1, 1000))) });
  const count = async (options: ExecuteOptions) => (calls.splice(0), await failure(() => dr.execute(["own"], options)), calls.length);
  expect(await count({})).toBe(3);
  expect(await count({ retry: 1 })).toBe(3);
  expect(await count({ retry: { nodes: { own: 0 } } })).toBe(1);
  expect((await failure(() => dr.execute(["slow"]))).cause).toMatchObject({ milliseconds: 5 });
  dr.validateExecution(["own"], { concurrency: { db: 1 } });
});

test("names in policies that the dataflow does not have are problems of the request", async () => {
  const dr = build({ fetch_users: { run: () => 1, ...tagged({ pool: "db" }) }, x: { needs: ["y"], run: () => 1 } });
  const options = { retry: { nodes: { fetch_user: 1, y: 1 } }, timeout: { tags: { bd: 5 } }, concurrency: { dbs: 1 } };
  const error = await failure(() => dr.execute(["fetch_users", "nope"], options));
  expect(error.problems).toMatchObject([
    { code: "unknown-final-var", name: "nope" },
    { code: "unknown-node", name: "fetch_user", suggestion: "fetch_users", message: "'retry.nodes' speaks of the node 'fetch_user', which the dataflow does not have. Did you mean 'fetch_users'?" },
    { code: "unknown-node", name: "y" },
    { code: "unknown-tag", name: "bd" },
    { code: "unknown-pool", name: "dbs", suggestion: "db" },
  ]);
  expect(() => dr.validateExecution(["fetch_users", "nope"], options)).toThrow(error.message);
});

test.each<[object, string]>([
  [{ retry: -1 }, " takes 'retry' as an integer from 0, not -1."],
  [{ retry: Infinity }, "an integer from 0, not Infinity"],
  [{ retry: "3" }, "takes 'retry' as a number of retries, or an object with 'times', not a string"],
  [{ retry: null }, "not null"],
  [{ retry: {} }, "'retry.times' as an integer from 0, not undefined"],
  [{ retry: { times: 1, delay: -1 } }, "'retry.delay' as a number from 0 to 2147483647, not -1"],
  [{ retry: { times: 1, backoff: 0.5 } }, "'retry.backoff' as a number from 1, not 0.5"],
  [{ retry: { times: 1, jitter: 2 } }, "'retry.jitter' as a number from 0 to 1, not 2"],
  [{ retry: { times: 1, on: 5 } }, "'retry.on' as a function, not a number"],
  [{ retry: { times: 1, delai: 5 } }, "no option 'retry.delai'. Did you mean 'delay'?"],
  [{ retry: { default: 1, node: {} } }, "no option 'retry.node'. Did you mean 'nodes'?"],
  [{ retry: { nodes: { a: "x" } } }, "'retry.nodes.a' as"],
  [{ retry: { nodes: [] } }, "'retry.nodes' as an object with a value for each name, not an array"],
  [{ timeout: 0 }, "'timeout' as a number from 1 to 2147483647, not 0"],
  [{ timeout: 3e9 }, "not 3000000000"],
  [{ timeout: NaN }, "not NaN"],
  [{ timeout: { default: "1s" } }, "'timeout.default' as a number from 1 to 2147483647, not a string"],
  [{ runTimeout: -5 }, "'runTimeout'"],
  [{ concurrency: { db: 0 } }, "'concurrency.db' as an integer from 1, not 0"],
  [{ concurrency: [1] }, "not an array"],
  [{ onError: "ignore" }, "'onError' as 'stop' or 'continue', not 'ignore'"],
  [{ inFlight: true }, "'inFlight' as 'abandon' or 'await', not a boolean"],
  [{ captureInputs: 1 }, "'captureInputs' as a boolean, not a number"],
  [{ retrie: 1 }, "no option 'retrie'. Did you mean 'retry'?"],
])("%j is refused", async (options, message) => {
  const dr = build({ a: { run: () => 1 } });
  const error = await failure(() => dr.execute(["a"], options));
  expect([error.code, error.message]).toEqual(["ICOSIAN_ARGUMENT", expect.stringContaining(message)]);
  expect(() => dr.validateExecution(["a"], options)).toThrow(message);
  expect(() => dr.executeSync(["a"], options)).toThrow(message);
});
