import { AdapterError, Builder, type GraphExecution, type LifecycleAdapter, NodeError, type NodeExecution, type Outcome } from "icosian";
import { failure, flow, type NodeSketch } from "./module";
import { refuseUnhandledRejections } from "./unhandled-rejections";

const later = <T>(value: T, milliseconds = 0) => new Promise<T>((resolve) => setTimeout(resolve, milliseconds, value));
const boom = new Error("boom");
const throwing = () => { throw boom; };
const sketches: Record<string, NodeSketch> = { a: { run: () => 1 }, b: { needs: ["a", "x?"], run: (a) => a + 1 }, c: { needs: ["b", "y"], named: true, run: ({ b, y }) => b + y } };
const builder = (nodes = sketches) => new Builder().withModules(flow(nodes));
const METHODS = ["execute", "executeSync"] as const;

/** Notes what an adapter is told, in a few words. */
function recorder(name: string, log: string[]): LifecycleAdapter {
  const end = (event: Outcome) => (event.success ? `= ${JSON.stringify(event.result)}` : `! ${(event.error as Error).message}`);
  return {
    name,
    beforeGraphExecution: ({ finalVars, nodes }) => void log.push(`${name} begins ${finalVars} by ${nodes.map((node) => node.name)}`),
    afterGraphExecution: (event) => void log.push(`${name} ends ${end(event)}`),
    beforeNodeExecution: ({ node, inputs, attempt, startedAfter }) => void log.push(`${name} > ${node.name} ${JSON.stringify(inputs)} ${attempt} after ${startedAfter}`),
    afterNodeExecution: (event) => void log.push(`${name} < ${event.node.name} ${end(event)}`),
    aroundNodeExecution: ({ node }, next) => (log.push(`${name} ( ${node.name}`), next()),
  };
}

refuseUnhandledRejections();

describe("what adapters are told", () => {
  test.each(METHODS)("%s: the run, each node, in order, the first adapter outermost", async (method) => {
    const log: string[] = [];
    const dr = builder().withAdapters(recorder("one", log), recorder("two", log)).build();
    expect(await dr[method](["c"], { inputs: { y: 5 } })).toEqual({ c: 7 });
    const both = (line: string, last = line) => [`one ${line}`, `two ${last}`];
    const around = (name: string, before: string, after: string) => [...both(`( ${name}`), ...both(`> ${name} ${before}`), ...both(`< ${name} ${after}`).reverse()];
    expect(log).toEqual([
      ...both("begins c by a,b,c"),
      ...around("a", "{} 1 after undefined", "= 1"),
      ...around("b", '{"a":1} 1 after a', "= 2"),
      ...around("c", '{"b":2,"y":5} 1 after b', "= 7"),
      ...both('ends = {"c":7}').reverse(),
    ]);
  });

  test("each attempt, but the whole node once by what is around it", async () => {
    const log: string[] = [];
    let calls = 0;
    const dr = builder({ a: { run: () => { if (calls++ < 2) throw boom; return 1; } } }).withAdapters(recorder("it", log)).build();
    expect(await dr.execute(["a"], { retry: 2 })).toEqual({ a: 1 });
    expect(log.slice(1, -1)).toEqual(["it ( a", "it > a {} 1 after undefined", "it < a ! boom", "it > a {} 2 after undefined", "it < a ! boom", "it > a {} 3 after undefined", "it < a = 1"]);
  });

  test("one id a run, durations, variables, what the call gave; what was ready last", async () => {
    const events: (GraphExecution & Partial<NodeExecution> & Partial<Outcome>)[] = [];
    const note = (event: object) => void events.push(event as (typeof events)[0]);
    const dr = builder({ slow: { run: () => later(1, 15), async: true }, fast: { run: () => 1 }, end: { needs: ["slow", "fast"], run: () => 1 } }).withAdapters({ beforeGraphExecution: note, afterNodeExecution: note }).build();
    await Promise.all([dr.execute(["end"]), dr.execute(["fast"], { overrides: { slow: 2 } })]);
    const [first, second] = [...new Set(events.map(({ runId }) => runId))];
    expect(events.filter(({ runId }) => runId === first)).toHaveLength(4);
    expect(events.find(({ runId, nodes }) => runId === second && nodes)).toMatchObject({ finalVars: ["fast"], inputs: {}, overrides: { slow: 2 } });
    expect(events.find(({ node }) => node?.name === "end")).toMatchObject({ startedAfter: "slow", node: { kind: "function", requiredDependencies: ["slow", "fast"] } });
    const slow = events.find(({ node }) => node?.name === "slow")!;
    expect(slow.durationMs).toBeGreaterThan(10);
    expect(slow.durationMs).toBeLessThan(500);
  });

  test.each<[string, object, string, string]>([
    ["a node that fails", {}, "bad", "Node 'bad' fails: boom. It is computed because 'top' needs 'bad'."],
    ["an abort", { signal: "abort" }, "hang", "The run is aborted by its signal."],
    ["a timeout of the run", { runTimeout: 20 }, "hang", "The run takes longer than its 20 ms."],
  ])("the end of everything that has begun, after %s", async (_, options, name, message) => {
    const log: string[] = [];
    const nodes = { [name]: { run: name === "bad" ? () => later(0, 5).then(throwing) : () => new Promise(() => {}) }, other: { run: () => later(1, 1000) }, top: { needs: [name, "other"], run: () => 1 } };
    const controller = new AbortController();
    if ("signal" in options) setTimeout(() => controller.abort(), 10);
    const dr = builder(nodes).withAdapters(recorder("it", log)).build();
    const error = await failure(() => dr.execute(["top"], { ...options, signal: controller.signal }));
    expect(error.message).toBe(message);
    expect(log.filter((line) => line.includes("it >"))).toHaveLength(2);
    expect(log.filter((line) => line.includes("it <")).sort()).toEqual([`it < ${name} ! ${name === "bad" ? "boom" : message}`, `it < other ! ${message}`].sort());
    expect(log.at(-1)).toBe(`it ends ! ${message}`);
  });

  test("the report, where a run goes on after failures; a wrong request is no run", async () => {
    const log: string[] = [];
    const dr = builder({ bad: { run: throwing }, mid: { needs: ["bad"], run: () => 1 }, ok: { run: () => 1 } }).withAdapters(recorder("it", log)).build();
    await dr.execute(["mid", "ok"], { onError: "continue" });
    expect(log.filter((line) => /[<>]/.test(line))).toEqual(["it > bad {} 1 after undefined", "it < bad ! boom", "it > ok {} 1 after undefined", "it < ok = 1"]);
    expect(log.at(-1)).toContain('it ends = {"values":{"ok":1}');
    log.length = 0;
    await failure(() => dr.execute(["nope"]));
    await failure(() => dr.execute(["ok"], { signal: AbortSignal.abort() }));
    expect(log).toEqual([]);
  });
});

describe("middleware", () => {
  test("several wrap one node: a cache, a retry and a change of the value together", async () => {
    const cache = new Map<string, unknown>();
    let calls = 0;
    const caching: LifecycleAdapter = { aroundNodeExecution: ({ node }, next) => (cache.has(node.name) || cache.set(node.name, next()), cache.get(node.name)) };
    const retrying: LifecycleAdapter = {
      aroundNodeExecution: async (_, next) => {
        for (let left = 3; ; left--) {
          try {
            return await next();
          } catch (error) {
            if (left === 0) throw error;
          }
        }
      },
    };
    const doubling: LifecycleAdapter = { aroundNodeExecution: async (_, next) => 2 * ((await next()) as number) };
    const dr = builder({ a: { run: () => { if (++calls % 3 > 0) throw boom; return calls; } } }).withAdapters(caching).withAdapters(retrying, doubling).build();
    expect(await dr.execute(["a"])).toEqual({ a: 6 });
    expect(await dr.execute(["a"])).toEqual({ a: 6 });
    expect(calls).toBe(3);
  });

  test.each(METHODS)("%s: what the node throws stays the node's, whoever lets it through; it may be turned into a value", async (method) => {
    const log: unknown[] = [];
    const passing: LifecycleAdapter = { aroundNodeExecution: (_, next) => { try { return next(); } catch (error) { log.push(error); throw error; } } };
    const error = await failure(() => builder({ bad: { run: throwing } }).withAdapters(passing, passing).build()[method](["bad"]));
    expect(error).toBeInstanceOf(NodeError);
    expect([error.cause, log]).toEqual([boom, [boom, boom]]);
    const saving: LifecycleAdapter = { aroundNodeExecution: (_, next) => { try { return next(); } catch { return "saved"; } } };
    expect(await builder({ bad: { run: throwing } }).withAdapters(saving, passing).build()[method](["bad"])).toEqual({ bad: "saved" });
  });

  test("what drops its node's promise, or calls it late, harms nobody", async () => {
    let late: (() => unknown) | undefined;
    const dropping: LifecycleAdapter = { aroundNodeExecution: (_, next) => (next(), (late = next), "instead") };
    expect(await builder({ bad: { run: () => later(0).then(throwing) } }).withAdapters(dropping).build().execute(["bad"])).toEqual({ bad: "instead" });
    expect(late).toThrow("'next' is called after node 'bad' has ended");
  });

  test("unwinds before the run ends, also where it is aborted; what hangs by itself is given up", async () => {
    const log: string[] = [];
    const controller = new AbortController();
    const careful: LifecycleAdapter = {
      aroundNodeExecution: async (_, next) => { try { return await next(); } finally { log.push("unwound"); } },
      afterGraphExecution: async () => void log.push("end"),
    };
    const dr = builder({ hang: { run: () => new Promise(() => {}) } }).withAdapters(careful, careful).build();
    setTimeout(() => controller.abort(), 5);
    expect((await failure(() => dr.execute(["hang"], { signal: controller.signal }))).code).toBe("ICOSIAN_ABORTED");
    expect(log).toEqual(["unwound", "unwound", "end", "end"]);
    const hang = () => new Promise<never>(() => {});
    const hanging: LifecycleAdapter[] = [{ aroundNodeExecution: hang }, { beforeNodeExecution: hang }, { afterNodeExecution: hang }, { beforeGraphExecution: hang }];
    for (const adapter of hanging) {
      const running = builder({ a: { run: () => 1 } }).withAdapters(adapter).build().execute(["a"], { runTimeout: 10 });
      expect((await failure(() => running)).code).toBe("ICOSIAN_TIMEOUT");
    }
  });
});

describe("a hook that fails ends the run with an AdapterError", () => {
  const hooks = ["beforeGraphExecution", "afterGraphExecution", "beforeNodeExecution", "afterNodeExecution", "aroundNodeExecution", "buildResult"] as const;

  test.each(hooks.flatMap((hook) => METHODS.map((method) => [hook, method] as const)))("%s of %s; the others still hear the end", async (hook, method) => {
    const log: string[] = [];
    const dr = builder().withAdapters(recorder("one", log), { name: "bad", [hook]: throwing } as LifecycleAdapter, recorder("two", log)).build();
    const error = await failure(() => dr[method](["c"], { inputs: { y: 1 }, onError: hook === "buildResult" ? "stop" : "continue", retry: 3 }));
    expect(error).toBeInstanceOf(AdapterError);
    const ofNode = hook.includes("Node");
    expect(error).toMatchObject({ code: "ICOSIAN_ADAPTER_FAILED", adapter: "bad", hook, node: ofNode ? "a" : undefined, cause: boom });
    expect(error.message).toBe(`Adapter 'bad' fails in '${hook}'${ofNode ? " of node 'a'" : ""}: boom.`);
    for (const name of ["one", "two"]) {
      const heard = (what: string) => log.filter((line) => line.startsWith(`${name} ${what}`)).length;
      expect([heard("begins"), heard("ends")]).toEqual([1, 1]);
      expect(heard(">")).toBe(heard("<"));
      expect(heard(">")).toBeLessThanOrEqual(["afterGraphExecution", "buildResult"].includes(hook) ? 3 : 1);
    }
    expect(log.at(-1)).toMatch(hook === "afterGraphExecution" ? /^one ends/ : /^one ends ! Adapter 'bad'/);
  });

  test.each(hooks)("%s that rejects, or returns a promise to executeSync", async (hook) => {
    const rejecting = { name: "bad", [hook]: () => Promise.reject(boom) } as LifecycleAdapter;
    expect(await failure(() => builder().withAdapters(rejecting).build().execute(["a"]))).toMatchObject({ code: "ICOSIAN_ADAPTER_FAILED", hook, cause: boom });
    const error = await failure(() => builder().withAdapters(rejecting).build().executeSync(["a"]));
    expect(error.message).toBe(`Adapter 'bad' returns a promise from '${hook}', which 'executeSync' cannot wait for.`);
  });

  test("but does not hide what has ended the run before", async () => {
    const dr = builder({ bad: { run: throwing } }).withAdapters({ afterGraphExecution: () => { throw new Error("later"); } }).build();
    expect(await failure(() => dr.execute(["bad"]))).toMatchObject({ code: "ICOSIAN_NODE_FAILED", cause: boom });
  });
});

test("a result builder makes the result, and its type", async () => {
  const counting = { buildResult: (results: Readonly<Record<string, unknown>>) => Object.keys(results).length } satisfies LifecycleAdapter;
  const dr = builder().withAdapters({ name: "other", beforeBuild() {} }, counting).build();
  const many: number = await dr.execute(["a", "b"]);
  const sync: number = dr.executeSync(["a"]);
  expect([many, sync]).toEqual([2, 1]);
  const waiting = { buildResult: async ({ a }: Readonly<Record<string, unknown>>) => `${a}` } satisfies LifecycleAdapter;
  const text: string = await builder().withAdapters(waiting).build().execute(["a"]);
  expect(text).toBe("1");
  const { values } = await dr.execute(["a"], { onError: "continue" });
  expect(values).toEqual({ a: 1 });
});

test("an adapter without a hook of runs, and a driver of another Builder, run as before", async () => {
  const base = builder();
  const log: string[] = [];
  const watched = base.withAdapters(recorder("it", log)).build();
  expect(await base.build().execute(["a"])).toEqual({ a: 1 });
  expect(await base.withAdapters({ afterBuild() {} }).build().execute(["a"])).toEqual({ a: 1 });
  expect(log).toEqual([]);
  await watched.execute(["a"]);
  expect(log).not.toEqual([]);
});
