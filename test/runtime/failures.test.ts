import { AbortError, Builder, NodeError } from "icosian";
import { failure, flow, type NodeSketch } from "./module";
import { refuseUnhandledRejections } from "./unhandled-rejections";

const build = (sketches: Record<string, NodeSketch>) => new Builder().withModules(flow(sketches)).build();
const later = <T>(value: T, milliseconds = 0) => new Promise<T>((resolve) => setTimeout(resolve, milliseconds, value));

refuseUnhandledRejections();

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
    let hasEnded = false;
    const dr = build({
      slow: { run: run("slow", () => later(1, 30).then(() => (hasEnded = true))) },
      slowBad: { run: run("slowBad", () => later(0, 20).then(() => Promise.reject(new Error("too late")))) },
      bad: { run: run("bad", () => later(0, 1).then(() => { throw boom; })) },
      after: { needs: ["slow"], run: run("after", () => 1) },
      all: { needs: ["slow", "slowBad", "bad", "after"], run: run("all", () => 1) },
    });
    expect((await failure(() => dr.execute(["all"]))).node).toBe("bad");
    expect(hasEnded).toBe(false);
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
