import { getEventListeners } from "node:events";
import { AbortError, Builder, NodeError, TimeoutError } from "icosian";
import fc from "fast-check";
import { moduleOf, type NodeSketch } from "./module";
import { refuseUnhandledRejections } from "./unhandled-rejections";

/** What a node does each time that it is called: at once or after some milliseconds. `hang` never ends. */
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("give" as const), after: fc.constantFrom(-1, 0, 1, 7, 20) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("fail" as const), after: fc.constantFrom(-1, 0, 3, 15) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("flaky" as const), after: fc.constantFrom(-1, 2), times: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("hang" as const), after: fc.constant(0) }) },
);
const dag = fc
  .array(fc.record({ needs: fc.uniqueArray(fc.nat(100), { maxLength: 4 }), act, signal: fc.boolean(), pool: fc.constantFrom("", "", "db", "web") }), { minLength: 1, maxLength: 14 })
  .map((nodes) => nodes.map((node, index) => ({ ...node, needs: [...new Set(index === 0 ? [] : node.needs.map((n) => n % index))] })));
const policy = fc.record({
  timeout: fc.constantFrom(undefined, 10, 50),
  retries: fc.constantFrom(0, 0, 1, 2),
  delay: fc.constantFrom(0, 5),
  onError: fc.constantFrom("stop" as const, "continue" as const),
  inFlight: fc.constantFrom("abandon" as const, "await" as const),
  limits: fc.record({ default: fc.constantFrom(undefined, 1, 3), db: fc.constantFrom(undefined, 1, 2), web: fc.constantFrom(undefined, 1) }),
  abort: fc.option(fc.record({ atCall: fc.option(fc.integer({ min: 1, max: 12 })), atTime: fc.constantFrom(1, 4, 18) })),
  adapters: fc.constantFrom("none", "none", "sync", "async"),
});

type Node = { needs: number[]; act: { kind: string; after: number; times?: number }; signal: boolean; pool: string };
/** Whether a node gives a value by itself, and after how many calls it is known. */
function fate({ act: { kind, after, times = 0 } }: Node, retries: number, timeout: number | undefined): { succeeds: boolean; calls: number } {
  const isLate = after > 0 && timeout !== undefined && after >= timeout;
  if (kind === "fail" || kind === "hang" || isLate) return { succeeds: false, calls: retries + 1 };
  return { succeeds: times <= retries, calls: Math.min(times, retries) + 1 };
}

refuseUnhandledRejections();

test("the laws of a run hold under every fault, policy and abort", async () => {
  jest.useFakeTimers();
  const seen = { success: 0, node: 0, abort: 0, timeout: 0, report: 0 };
  await fc.assert(
    fc.asyncProperty(dag, policy, async (nodes, { timeout, retries, delay, onError, inFlight, limits, abort, adapters }) => {
      const controller = new AbortController();
      const calls = nodes.map(() => 0);
      const done = new Set<number>();
      let total = 0;
      let ownTimers = 0;
      let isOver = false;
      let underWay = 0;
      const inPool = { "": 0, db: 0, web: 0 };
      const broken: string[] = [];
      const own = (act: () => void, milliseconds: number): void => {
        ownTimers++;
        setTimeout(() => (ownTimers--, act()), milliseconds);
      };
      const law = (holds: boolean, said: string): void => void (holds || broken.push(said));

      const limitOf = (pool: string): number => ((pool !== "" && limits[pool as "db"]) || undefined) ?? Infinity;
      const place = (pool: string): "" | "db" | "web" => (limitOf(pool) === Infinity ? "" : (pool as "db"));
      const run = (index: number) => (): unknown => {
        const node = nodes[index]!;
        const pool = place(node.pool);
        law(!isOver, `n${index} starts after the end`);
        law(!controller.signal.aborted, `n${index} starts after the abort`);
        law(node.needs.every((need) => done.has(need)), `n${index} starts before what it needs`);
        law(++calls[index]! <= retries + 1, `n${index} is called ${calls[index]} times`);
        underWay++;
        law(++inPool[pool] <= (pool === "" ? (limits.default ?? Infinity) : limitOf(pool)), `pool '${pool}' holds ${inPool[pool]}`);
        if (++total === abort?.atCall) controller.abort("enough");
        const leave = (): void => void (underWay--, inPool[pool]--);
        const end = (): number => {
          if (node.act.kind === "fail" || (node.act.kind === "flaky" && calls[index]! <= node.act.times!)) throw new Error(`n${index}`);
          return done.add(index), index;
        };
        if (node.act.kind === "hang") return new Promise(() => own(leave, timeout ?? 1_000_000));
        if (node.act.after === -1) {
          leave();
          return end();
        }
        return new Promise((resolve, reject) => {
          const finish = (): void => {
            try {
              resolve(end());
            } catch (error) {
              reject(error);
            }
          };
          // What times out is no longer under way for the engine, though its timer runs on.
          const isLate = timeout !== undefined && node.act.after >= timeout;
          if (isLate) own(leave, timeout);
          own(() => (isLate || leave(), finish()), node.act.after);
        });
      };
      const sketch = ({ needs, signal, pool }: Node, index: number): [string, NodeSketch] => [
        `n${index}`,
        { needs: [...needs.map((n) => `n${n}`), ...(signal ? ["signal!"] : [])], run: run(index), more: pool === "" ? {} : { tags: { pool } } },
      ];
      const open = new Set<string>();
      let graphs = 0;
      const hooks = {
        beforeGraphExecution: () => void graphs++,
        afterGraphExecution: () => void (graphs--, law(open.size === 0, `the run ends before ${[...open]}`)),
        beforeNodeExecution: ({ node }: { node: { name: string } }) => (law(!open.has(node.name), `${node.name} begins twice`), open.add(node.name), adapters === "async" ? Promise.resolve() : undefined) as void,
        afterNodeExecution: ({ node }: { node: { name: string } }) => void law(open.delete(node.name), `${node.name} ends twice`),
        aroundNodeExecution: (_: unknown, next: () => unknown) => (adapters === "async" ? Promise.resolve().then(next) : next()),
      };
      const builder = new Builder().withModules(moduleOf(nodes.map(sketch)));
      const dr = (adapters === "none" ? builder : builder.withAdapters(hooks)).build();
      const used = Object.fromEntries(Object.entries(limits).filter(([name, limit]) => limit !== undefined && (name === "default" || nodes.some(({ pool }) => pool === name))));
      if (abort !== null && abort.atCall === null) own(() => controller.abort("enough"), abort.atTime);
      // What hangs, or is waited for, has to end some time.
      const runTimeout = nodes.some((node) => node.act.kind === "hang") && timeout === undefined ? 400 : undefined;

      let report: any;
      let error: any;
      const outcome = dr
        .execute(nodes.map((_, index) => `n${index}`), { signal: controller.signal, concurrency: used, onError, inFlight, ...(timeout && { timeout }), ...(retries && { retry: { times: retries, delay, jitter: 0.5 } }), ...(runTimeout && { runTimeout }) })
        .then((value) => void (report = value), (reason) => void (error = reason))
        .then(() => {
          isOver = true;
          if (inFlight === "await" && !(error instanceof TimeoutError)) law(underWay <= nodes.filter(({ act }) => act.kind === "hang").length, `${underWay} under way at the end`);
          law(jest.getTimerCount() === ownTimers, `${jest.getTimerCount() - ownTimers} timers are left`);
          law(getEventListeners(controller.signal, "abort").length === 0, "a listener is left");
        });
      await jest.advanceTimersByTimeAsync(3000);
      law(isOver, "the run does not end");
      await outcome;
      law(graphs === 0 && open.size === 0, "a hook has no end");

      const fates = nodes.map((node) => fate(node, retries, timeout));
      const fine = nodes.map(() => false);
      nodes.forEach(({ needs }, index) => (fine[index] = fates[index]!.succeeds && needs.every((need) => fine[need]!)));
      const failing = nodes.flatMap(({ needs }, index) => (needs.every((need) => fine[need]!) && !fates[index]!.succeeds ? [index] : []));
      if (error instanceof AbortError) {
        seen.abort++;
        law(controller.signal.aborted && error.cause === "enough", "an abort that nobody asked for");
      } else if (error instanceof TimeoutError) {
        seen.timeout++;
        law(runTimeout !== undefined, "a timeout that nobody asked for");
      } else if (error !== undefined) {
        seen.node++;
        law(error instanceof NodeError && onError === "stop" && failing.includes(Number(error.node.slice(1))), `fails with ${error}`);
      } else if (onError === "stop") {
        seen.success++;
        expect(report).toEqual(Object.fromEntries(nodes.map((_, index) => [`n${index}`, index])));
      } else {
        seen.report++;
        const names = (which: (index: number) => boolean): string[] => nodes.flatMap((_, index) => (which(index) ? [`n${index}`] : []));
        expect(Object.keys(report.values).sort()).toEqual(names((index) => fine[index]!).sort());
        expect(Object.keys(report.errors).sort()).toEqual(names((index) => failing.includes(index)).sort());
        expect(Object.keys(report.skipped).sort()).toEqual(names((index) => !fine[index] && !failing.includes(index)).sort());
        nodes.forEach((_, index) => law(calls[index] === (fine[index] || failing.includes(index) ? fates[index]!.calls : 0), `n${index} is called ${calls[index]} times`));
      }
      expect(broken).toEqual([]);
      jest.clearAllTimers();
    }),
    { numRuns: 2000 },
  ).finally(() => jest.useRealTimers());
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
});
