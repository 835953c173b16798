import { Builder, type ExecuteOptions, node, NodeError, TimeoutError } from "icosian";
import { failure, flow, type NodeSketch } from "./module";
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
