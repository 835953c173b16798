import { Builder, RequestError } from "icosian";
import { failure, flow, moduleOf, type NodeSketch } from "./module";
import { refuseUnhandledRejections } from "./unhandled-rejections";

const build = (sketches: Record<string, NodeSketch>) => new Builder().withModules(flow(sketches)).build();
const later = <T>(value: T, milliseconds = 0) => new Promise<T>((resolve) => setTimeout(resolve, milliseconds, value));

refuseUnhandledRejections();

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

  test("a wrong request and an abort are errors all the same", async () => {
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
