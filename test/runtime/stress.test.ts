import { Builder, type ExecuteOptions, type LifecycleAdapter } from "icosian";
import { collectGarbage } from "./collect-garbage";
import { failure, flow, moduleOf, type NodeSketch } from "./module";
import { refuseUnhandledRejections } from "./unhandled-rejections";

const later = <T>(value: T) => new Promise<T>((resolve) => setImmediate(resolve, value));
/** Collects, and lets the registries say what is gone. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 2; turn++) {
    await later(0);
    collectGarbage();
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
};
const quiet = () => {};
const adapter: LifecycleAdapter = { beforeGraphExecution: quiet, beforeNodeExecution: quiet, aroundNodeExecution: (_, next) => next(), afterNodeExecution: quiet, afterGraphExecution: quiet };

refuseUnhandledRejections();

/** A plan takes one of two ways through the engine; these options lead to each. */
const PATHS: [string, ExecuteOptions, LifecycleAdapter[]][] = [
  ["the loop", {}, []],
  ["policies", { retry: 1, timeout: 10_000, concurrency: { default: 4 } }, []],
  ["adapters", {}, [adapter]],
  ["capture and continue", { captureInputs: true, onError: "continue" }, []],
];

describe.each(PATHS)("with %s", (_, options, adapters) => {
  test("10,000 runs of one driver at a time do not interfere", async () => {
    const dr = new Builder()
      .withModules(flow({ twice: { needs: ["x"], run: async (x) => (await later(0), 2 * x) }, odd: { needs: ["x"], run: (x) => { if (x % 10 === 9) throw new Error(`${x}`); return x % 2; } }, both: { needs: ["twice", "odd"], run: (twice, odd) => [twice, odd] } }))
      .withAdapters(...adapters)
      .build();
    const outcomes = await Promise.allSettled(Array.from({ length: 10_000 }, (_, x) => dr.execute(["both"], { ...options, inputs: { x } })));
    const came = outcomes.map((outcome: any) => {
      const error = outcome.reason ?? outcome.value.errors?.odd;
      return error ? error.cause.message : (outcome.value.values ?? outcome.value).both;
    });
    expect(came).toEqual(Array.from({ length: 10_000 }, (_, x) => (x % 10 === 9 ? `${x}` : [2 * x, x % 2])));
  });

  test("values are dropped when their last consumer has run, with promises and without", async () => {
    const alive = new Set<string>();
    const registry = new FinalizationRegistry<string>((name) => alive.delete(name));
    const make = (name: string): object => {
      const value = { name, bulk: new Uint8Array(1000) };
      alive.add(name);
      registry.register(value, name);
      return value;
    };
    const seen: number[] = [];
    const probe = async (): Promise<void> => {
      await settle();
      seen.push(alive.size);
    };
    const chain = (kind: string, run: (name: string) => unknown): [string, NodeSketch][] =>
      Array.from({ length: 12 }, (_, index) => [`${kind}${index}`, { needs: index === 0 ? (kind === "late" ? ["middle"] : []) : [`${kind}${index - 1}`], run: () => run(`${kind}${index}`) }]);
    const module = moduleOf([
      ...chain("sync", make),
      ["middle", { needs: ["sync11"], run: async () => (await probe(), make("middle")) }],
      ...chain("late", async (name) => (await later(0), make(name))),
      ["last", { needs: ["late11"], run: async () => (await probe(), "done") }],
    ]);
    await new Builder().withModules(module).withAdapters(...adapters).build().execute(["last"], options);
    await probe();
    // While a node runs, what it takes is there, and nothing before that.
    expect(Math.max(...seen.slice(0, 2))).toBeLessThanOrEqual(1);
    expect(seen[2]).toBe(0);
  });

  test("memory is back where it was after 1,000 runs, good and bad", async () => {
    const many = Array.from({ length: 30 }, (_, index): [string, NodeSketch] => [
      `n${index}`,
      { needs: index === 0 ? ["x"] : [`n${index - 1}`], run: (before) => { if (before.fails && index === 20) throw new Error("bad"); return index % 3 === 0 ? later({ ...before, bulk: new Uint8Array(2000) }) : { ...before }; } },
    ]);
    const dr = new Builder().withModules(moduleOf(many)).withAdapters(...adapters).build();
    const controller = new AbortController();
    const runs = async (count: number): Promise<void> => {
      for (let run = 0; run < count; run++) {
        const own = new AbortController();
        const running = dr.execute(["n29"], { ...options, signal: run % 3 === 0 ? own.signal : controller.signal, inputs: { x: { fails: run % 3 === 1, run } } });
        if (run % 3 === 0) setImmediate(() => own.abort());
        await running.catch(() => {});
      }
    };
    const used = async (): Promise<number> => {
      await settle();
      return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
    };
    await runs(200);
    const before = await used();
    await runs(1000);
    expect((await used()) - before).toBeLessThan(700_000);
  }, 30_000);
});

test("a chain of 20,000 and a fan of 20,000 need no stack, on every way through the engine", async () => {
  const count = 20_000;
  const chain = moduleOf(Array.from({ length: count }, (_, index): [string, NodeSketch] => [`n${index}`, { needs: index === 0 ? [] : [`n${index - 1}`], run: (before = 0) => before + 1 }]));
  const fan = moduleOf([...Array.from({ length: count }, (_, index): [string, NodeSketch] => [`n${index}`, { run: () => index }]), ["sum", { needs: Array.from({ length: count }, (_, index) => `n${index}`), run: (...all) => all.length }]]);
  for (const [, options, adapters] of PATHS) {
    const expected = (name: string, value: number) => (options.onError === "continue" ? { values: { [name]: value }, errors: {}, skipped: {} } : { [name]: value });
    expect(await new Builder().withModules(chain).withAdapters(...adapters).build().execute([`n${count - 1}`], options)).toEqual(expected(`n${count - 1}`, count));
    expect(await new Builder().withModules(fan).withAdapters(...adapters).build().execute(["sum"], options)).toEqual(expected("sum", count));
  }
  expect((await failure(() => new Builder().withModules(flow({ a: { run: () => { throw new Error("a"); } } })).build().execute(["a"], { retry: 10_000 }))).node).toBe("a");
});
