/** Blocks over time: what is under way at once, what is left behind, and what becomes of it when something fails. */
import { setTimeout as sleep } from "node:timers/promises";
import { AbortError, Builder, NodeError } from "icosian";
import { collectGarbage } from "./collect-garbage";
import { failure, flow, type NodeSketch } from "./module";
import { refuseUnhandledRejections } from "./unhandled-rejections";

const build = (sketches: Record<string, NodeSketch>) => new Builder().withModules(flow(sketches)).build();
const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

refuseUnhandledRejections();

/** Every run takes the path without policies, and that with them. */
const PATHS: [string, object][] = [["plain", {}], ["governed", { retry: 0 }]];

describe.each(PATHS)("%s", (_, options) => {
  test("items start before the producer ends", async () => {
    const log: string[] = [];
    const dr = build({
      item: { parallel: true, async: true, run: async function* () { for (let at = 0; at < 3; at++) { log.push(`give ${at}`); yield at; await sleep(5); } log.push("end"); } },
      work: { needs: ["item"], async: true, run: async (item: number) => { log.push(`work ${item}`); return item; } },
      all: { needs: ["work[]"], run: sum },
    });
    expect(await dr.execute(["all"], options)).toEqual({ all: 3 });
    expect(log).toEqual(["give 0", "work 0", "give 1", "work 1", "give 2", "work 2", "end"]);
  });

  test.each([
    [1, 1],
    [3, 3],
    [undefined, 64],
  ])("with a concurrency of %s no more than %i items are asked for at a time", async (concurrency, most) => {
    let [given, done, ahead, underWay, peak] = [0, 0, 0, 0, 0];
    const dr = build({
      item: { parallel: true, run: function* () { for (; given < 200; given++) { ahead = Math.max(ahead, given - done + 1); yield given; } } },
      work: { needs: ["item"], async: true, run: async (item: number) => { peak = Math.max(peak, ++underWay); await sleep(item % 3); underWay--; return item; } },
      more: { needs: ["work", "item"], async: true, run: async (work: number) => { peak = Math.max(peak, ++underWay); await sleep(0); underWay--; done++; return work; } },
      all: { needs: ["more[]"], run: sum },
    });
    expect(await dr.execute(["all"], { ...options, ...(concurrency && { concurrency }) })).toEqual({ all: 19900 });
    expect(ahead).toBeLessThanOrEqual(most);
    expect(peak).toBeLessThanOrEqual(most);
    expect(peak).toBeGreaterThanOrEqual(Math.min(most, 3));
  });

  test("nested blocks share one limit", async () => {
    let [underWay, peak] = [0, 0];
    const watched = async <T>(value: T): Promise<T> => { peak = Math.max(peak, ++underWay); await sleep(1); underWay--; return value; };
    const dr = build({
      outer: { parallel: true, run: () => [1, 2, 3, 4] },
      inner: { needs: ["outer"], parallel: true, async: true, run: (outer: number) => watched([outer, outer * 2, outer * 3]) },
      work: { needs: ["inner"], async: true, run: watched },
      ofOuter: { needs: ["work[]"], run: sum },
      beside: { needs: ["outer"], async: true, run: watched },
      all: { needs: ["ofOuter[]", "beside[]"], run: (one: readonly number[], two: readonly number[]) => sum(one) + sum(two) },
    });
    for (const concurrency of [1, 2, 5]) {
      peak = 0;
      expect(await dr.execute(["all"], { ...options, concurrency })).toEqual({ all: 70 });
      expect(peak).toBe(concurrency);
    }
  });

  test("of an item that is done nothing is kept but what is collected", async () => {
    const COUNT = 3_000;
    const size = 10_000;
    const dr = build({
      item: { parallel: true, run: function* () { for (let at = 0; at < COUNT; at++) yield new Float64Array(size).fill(at); } },
      half: { needs: ["item"], async: true, run: async (item: Float64Array) => item.slice(0, size / 2) },
      first: { needs: ["half"], run: (half: Float64Array) => { peak = Math.max(peak, process.memoryUsage().arrayBuffers); return half[0]!; } },
      all: { needs: ["first[]"], run: sum },
    });
    collectGarbage();
    let peak = 0;
    const before = process.memoryUsage().arrayBuffers;
    expect(await dr.execute(["all"], { ...options, concurrency: 4 })).toEqual({ all: (COUNT * (COUNT - 1)) / 2 });
    // All items together would be 240 MB, all halves 120 MB.
    expect(peak - before).toBeLessThan(90_000_000);
  });

  test("many items, without a promise", async () => {
    const dr = build({
      item: { needs: ["count"], parallel: true, run: function* (count: number) { for (let at = 0; at < count; at++) yield at; } },
      odd: { needs: ["item"], run: (item: number) => item % 2 },
      odds: { needs: ["odd[]"], run: sum },
    });
    expect(await dr.execute(["odds"], { ...options, inputs: { count: 200_000 } })).toEqual({ odds: 100_000 });
    expect(dr.executeSync(["odds"], { ...options, inputs: { count: 1_000 } })).toEqual({ odds: 500 });
  });

  const failing = (fails: (item: number) => unknown, log: string[] = []): Record<string, NodeSketch> => ({
    outer: { parallel: true, run: () => [0, 1] },
    item: { needs: ["outer"], parallel: true, run: function* () { try { for (let at = 0; at < 5; at++) yield at; log.push("ended"); } finally { log.push("closed"); } } },
    work: { needs: ["item", "outer"], run: fails },
    ofOuter: { needs: ["work[]"], run: sum },
    all: { needs: ["ofOuter[]"], run: sum },
  });

  test("a failure names the item, keeps the cause, and closes what is iterated", async () => {
    const cause = new Error("boom");
    for (const sync of [true, false]) {
      const log: string[] = [];
      const dr = build(failing(((item: number, outer: number) => { if (item === 2 && outer === 1) throw cause; return item; }) as never, log));
      const error = (await failure(() => (sync ? dr.executeSync(["all"], options) : dr.execute(["all"], options)))) as NodeError;
      expect(error).toBeInstanceOf(NodeError);
      expect(error).toMatchObject({ node: "work", item: [1, 2], route: ["all", "ofOuter", "work"], cause });
      expect(error.message).toBe("Node 'work' fails at item 1 of 'outer', item 2 of 'item': boom. It is computed because 'all' needs 'ofOuter', which needs 'work'.");
      expect(log).toEqual(["ended", "closed", "closed"]);
    }
  });

  test("so does one that comes later", async () => {
    const log: string[] = [];
    const dr = build(failing((async (item: number) => { await sleep(1); if (item === 2) throw new Error("late"); return item; }) as never, log));
    const error = await failure(() => dr.execute(["all"], { ...options, concurrency: 1 }));
    expect(error).toMatchObject({ node: "work", item: [0, 2] });
    expect(log).toEqual(["closed"]);
  });

  test("what is iterated may fail midway", async () => {
    const cause = new Error("no more");
    const sync = build({ ...failing((item) => item as number), item: { needs: ["outer"], parallel: true, run: function* () { yield 1; throw cause; } } });
    const error = await failure(() => sync.executeSync(["all"], options));
    expect(error).toMatchObject({ code: "ICOSIAN_NODE_FAILED", node: "item", item: [0, 1], cause });
    expect(error.message).toContain("Node 'item' fails at item 0 of 'outer', item 1 of 'item': no more.");
    const later = build({ ...failing((item) => item as number), item: { needs: ["outer"], parallel: true, async: true, run: async function* () { yield 1; throw cause; } } });
    expect(await failure(() => later.execute(["all"], options))).toMatchObject({ node: "item", item: [0, 1], cause });
    const given = await failure(() => sync.execute(["all"], { ...options, overrides: { item: { [Symbol.iterator]: () => ({ next: () => { throw cause; } }) } } }));
    expect(given).toMatchObject({ code: "ICOSIAN_NODE_FAILED", node: "item", item: [0, 0], cause });
  });

  test.each([
    ["3", 3],
    ["undefined", undefined],
    ["null", null],
    ["one that cannot be read", { get done() { throw new Error("unread"); } }],
  ])("what an iterator gives must be a result: %s is none", async (_, result) => {
    const dr = build(failing((item) => item as number));
    for (const key of [Symbol.iterator, Symbol.asyncIterator]) {
      const item = { [key]: () => ({ next: () => result }) };
      expect(await failure(() => dr.execute(["all"], { ...options, overrides: { item } }))).toMatchObject({ code: "ICOSIAN_NODE_FAILED", node: "item", item: [0, 0] });
    }
  });

  test("an abort ends the run, and what is iterated", async () => {
    const log: string[] = [];
    const controller = new AbortController();
    const dr = build({
      item: { parallel: true, async: true, run: async function* () { try { for (let at = 0; ; at++) { yield at; await sleep(1); } } finally { log.push("closed"); } } },
      work: { needs: ["item", "signal!"], run: (item: number, signal: AbortSignal) => { if (item === 3) controller.abort("enough"); if (item > 3) log.push("too late"); return signal.aborted ? 1 : 0; } },
      all: { needs: ["work[]"], run: sum },
    });
    const error = (await failure(() => dr.execute(["all"], { ...options, signal: controller.signal }))) as AbortError;
    expect(error).toBeInstanceOf(AbortError);
    expect(error.cause).toBe("enough");
    await sleep(10);
    expect(log).toEqual(["closed"]);
  });

  test("many runs at once do not interfere", async () => {
    const dr = build({
      item: { needs: ["count"], parallel: true, run: function* (count: number) { for (let at = 0; at < count; at++) yield at; } },
      work: { needs: ["item"], async: true, run: async (item: number) => { await sleep(item % 2); return item; } },
      all: { needs: ["work[]"], run: sum },
    });
    const results = await Promise.all(Array.from({ length: 300 }, (_, count) => dr.execute(["all"], { ...options, inputs: { count: count % 20 }, concurrency: 1 + (count % 4) })));
    expect(results.map(({ all }) => all)).toEqual(results.map((_, count) => sum(Array.from({ length: count % 20 }, (_, at) => at))));
  });
});
