/** Random dataflows with blocks come to what nested loops come to, in every way of running them. */
import { setImmediate } from "node:timers/promises";
import { Builder } from "icosian";
import fc from "fast-check";
import { moduleOf, type NodeSketch } from "./module";
import { refuseUnhandledRejections } from "./unhandled-rejections";

refuseUnhandledRejections();

interface RandomNode {
  readonly name: string;
  readonly opens: boolean;
  readonly needs: readonly { readonly node: number; readonly collects: boolean }[];
  /** The blocks that it is in, the outermost first, by the nodes that open them. */
  readonly blocks: readonly number[];
}

const MOST_NESTED = 3;

/** Each choice makes a node of those before it, where blocks allow that. */
function nodesOf(choices: readonly { readonly opens: boolean; readonly picks: readonly (readonly [number, boolean])[] }[]): RandomNode[] {
  const nodes: RandomNode[] = [];
  for (const { opens, picks } of choices) {
    const needs: { node: number; collects: boolean }[] = [];
    let blocks: readonly number[] = [];
    for (const [pick, wantsAll] of nodes.length === 0 ? [] : picks) {
      const node = pick % nodes.length;
      const inside = nodes[node]!.opens ? [...nodes[node]!.blocks, node] : nodes[node]!.blocks;
      const collects = wantsAll && inside.length > 0;
      const around = collects ? inside.slice(0, -1) : inside;
      const [short, long] = around.length < blocks.length ? [around, blocks] : [blocks, around];
      if (needs.some((each) => each.node === node) || !short.every((block, depth) => long[depth] === block)) continue;
      blocks = long;
      needs.push({ node, collects });
    }
    nodes.push({ name: `n${nodes.length}`, opens: opens && blocks.length < MOST_NESTED, needs, blocks });
  }
  return nodes;
}

type Value = number | readonly Value[];
const digest = (value: Value): number => (typeof value === "number" ? value : value.reduce<number>((sum, each, at) => (sum * 31 + digest(each) + at) % 9973, value.length));
const compute = (seed: number, args: readonly Value[]): number => (digest(args) * 7 + seed) % 1009;
const items = (seed: number, args: readonly Value[]): number[] => Array.from({ length: compute(seed, args) % 4 }, (_, at) => compute(seed + at, args));

/** By nested loops: each node is asked for in the items that it is in, and asks for others in turn. */
function byLoops(nodes: readonly RandomNode[], overrides: ReadonlyMap<number, Value>): (node: number) => Value {
  const known = new Map<string, Value>();
  return (node) => valueOf(node, new Map());

  function valueOf(node: number, at: ReadonlyMap<number, number>): Value {
    const { needs, opens, blocks } = nodes[node]!;
    if (overrides.has(node)) return overrides.get(node)!;
    const key = `${node} ${blocks.map((block) => at.get(block)).join()}`;
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = (opens ? items : compute)(node, needs.map((need) => argument(need, at)))));
    return value;
  }

  function argument({ node, collects }: RandomNode["needs"][number], at: ReadonlyMap<number, number>): Value {
    const { opens, blocks } = nodes[node]!;
    const one = (within: ReadonlyMap<number, number>): Value => (opens ? (valueOf(node, within) as readonly Value[])[within.get(node)!]! : valueOf(node, within));
    if (!collects) return one(at);
    const block = opens ? node : blocks.at(-1)!;
    return (valueOf(block, at) as readonly Value[]).map((_, position) => one(new Map([...at, [block, position]])));
  }
}

/** What each node is called with, by nested loops, where some calls fail: whatever has all that it takes is called, once for each item. */
function callsByLoops(nodes: readonly RandomNode[], fails: (node: number, args: readonly Value[]) => boolean): { calls: string[]; valueOf(node: number): Value | undefined } {
  const known = new Map<string, Value | undefined>();
  const calls: string[] = [];
  nodes.forEach(({ blocks }, node) => through(blocks, new Map(), (at) => void valueOf(node, at)));
  return { calls, valueOf: (node) => valueOf(node, new Map()) };

  function through([block, ...inner]: readonly number[], at: ReadonlyMap<number, number>, act: (at: ReadonlyMap<number, number>) => void): void {
    if (block === undefined) return act(at);
    (valueOf(block, at) as readonly Value[] | undefined)?.forEach((_, position) => through(inner, new Map([...at, [block, position]]), act));
  }

  function valueOf(node: number, at: ReadonlyMap<number, number>): Value | undefined {
    const { needs, opens, blocks, name } = nodes[node]!;
    const key = `${node} ${blocks.map((block) => at.get(block)).join()}`;
    if (known.has(key)) return known.get(key);
    const args = needs.map((need) => argument(need, at));
    let value: Value | undefined;
    if (args.every((each): each is Value => each !== undefined)) {
      calls.push(`${name} ${JSON.stringify(args)}`);
      value = fails(node, args) ? undefined : (opens ? items : compute)(node, args);
    }
    known.set(key, value);
    return value;
  }

  function argument({ node, collects }: RandomNode["needs"][number], at: ReadonlyMap<number, number>): Value | undefined {
    const { opens, blocks } = nodes[node]!;
    const one = (within: ReadonlyMap<number, number>): Value | undefined => (opens ? (valueOf(node, within) as readonly Value[] | undefined)?.[within.get(node)!] : valueOf(node, within));
    if (!collects) return one(at);
    const block = opens ? node : blocks.at(-1)!;
    const list = (valueOf(block, at) as readonly Value[] | undefined)?.map((_, position) => one(new Map([...at, [block, position]])));
    return list?.every((each): each is Value => each !== undefined) ? list : undefined;
  }
}

/** Whether it is in a block, and needs what was collected. */
function takesBack(nodes: readonly RandomNode[], { blocks, needs }: RandomNode): boolean {
  return blocks.length > 0 && needs.some(({ node }) => nodes[node]!.blocks.length === 0 && !nodes[node]!.opens && nodes[node]!.needs.some(({ collects }) => collects));
}

type Tell = (node: number, args: readonly Value[]) => void;

function sketchOf(nodes: readonly RandomNode[], index: number, isAsync: boolean, tell: Tell = () => {}): readonly [string, NodeSketch] {
  const { name, opens, needs } = nodes[index]!;
  const run = (...args: Value[]): unknown => {
    tell(index, args);
    return opens ? items(index, args) : compute(index, args);
  };
  const later = async (...args: Value[]): Promise<unknown> => {
    for (let turn = (index * 7 + digest(args)) % 4; turn > 0; turn--) await setImmediate();
    return run(...args);
  };
  const overTime = async function* (...args: Value[]): AsyncGenerator<unknown> {
    for (const item of (await later(...args)) as unknown[]) yield item;
  };
  const asked = needs.map(({ node, collects }) => nodes[node]!.name + (collects ? "[]" : ""));
  return [name, { needs: asked, parallel: opens, async: isAsync, run: !isAsync ? run : opens && index % 2 === 0 ? overTime : later }];
}

const choice = fc.record({
  opens: fc.integer({ min: 0, max: 3 }).map((number) => number === 0),
  picks: fc.array(fc.tuple(fc.nat(100), fc.boolean()), { maxLength: 4 }),
});
const dataflow = fc.record({
  nodes: fc.array(choice, { minLength: 3, maxLength: 16 }).map(nodesOf),
  overridden: fc.array(fc.tuple(fc.nat(100), fc.nat(3)), { maxLength: 2 }),
  concurrency: fc.constantFrom(undefined, 1, 2, 5),
});

test("come to the same, in every way", async () => {
  let nested = 0;
  let back = 0;
  const property = fc.asyncProperty(dataflow, async ({ nodes, overridden, concurrency }) => {
    const stands = new Map(overridden.map(([pick, size]): [number, Value] => [pick % nodes.length, nodes[pick % nodes.length]!.opens ? Array.from({ length: size }, (_, at) => at + 1) : size * 100]));
    const expected = byLoops(nodes, stands);
    const finals = nodes.flatMap(({ opens, blocks, name }, index) => (opens || blocks.length > 0 || stands.has(index) ? [] : [{ name, index }]));
    const names = finals.map(({ name }) => name);
    const results = Object.fromEntries(finals.map(({ name, index }) => [name, expected(index)]));
    const overrides = Object.fromEntries([...stands].map(([index, value]) => [nodes[index]!.name, value]));
    nested += nodes.filter(({ blocks }) => blocks.length > 1).length;
    back += nodes.filter((each) => takesBack(nodes, each)).length;

    const sync = new Builder().withModules(moduleOf(nodes.map((_, index) => sketchOf(nodes, index, false)))).build();
    const async = new Builder().withModules(moduleOf(nodes.map((_, index) => sketchOf(nodes, index, true)))).build();
    const mixed = new Builder().withModules(moduleOf(nodes.map((_, index) => sketchOf(nodes, index, index % 3 === 0)))).build();
    const limit = concurrency === undefined ? {} : { concurrency };
    expect(sync.executeSync(names, { overrides })).toEqual(results);
    expect(sync.executeSync(names, { overrides, retry: 0 })).toEqual(results);
    for (const driver of [sync, async, mixed]) {
      expect(await driver.execute(names, { overrides, ...limit })).toEqual(results);
      expect(await driver.execute(names, { overrides, ...limit, retry: 0 })).toEqual(results);
      expect(await driver.execute(names, { overrides, ...limit, onError: "continue" })).toEqual({ values: results, errors: {}, skipped: {} });
    }
  });
  await fc.assert(property, { numRuns: 250, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: false });
  expect([nested > 20, back > 5]).toEqual([true, true]);
}, 60_000);

test("where some calls fail, a run that goes on calls whatever has all that it takes, once for each item", async () => {
  let failed = 0;
  let skipped = 0;
  let back = 0;
  const property = fc.asyncProperty(dataflow, fc.integer({ min: 2, max: 12 }), async ({ nodes, concurrency }, rarity) => {
    const fails = (node: number, args: readonly Value[]): boolean => (digest(args) + node) % rarity === 0;
    const { calls, valueOf } = callsByLoops(nodes, fails);
    const finals = nodes.flatMap(({ opens, blocks, name }, index) => (opens || blocks.length > 0 ? [] : [{ name, index }]));
    const values = Object.fromEntries(finals.flatMap(({ name, index }) => (valueOf(index) === undefined ? [] : [[name, valueOf(index)]])));
    const limit = concurrency === undefined ? {} : { concurrency };
    for (const isAsync of [false, true]) {
      const told: string[] = [];
      const tell: Tell = (node, args) => {
        told.push(`${nodes[node]!.name} ${JSON.stringify(args)}`);
        if (fails(node, args)) throw new Error("as it is to");
      };
      const driver = new Builder().withModules(moduleOf(nodes.map((_, index) => sketchOf(nodes, index, isAsync, tell)))).build();
      const names = finals.map(({ name }) => name);
      const report = await driver.execute(names, { ...limit, onError: "continue" });
      const planned = new Set(driver.explainPlan(names).steps.map(({ name }) => name));
      expect(told.sort()).toEqual(calls.filter((each) => planned.has(each.split(" ")[0]!)).sort());
      expect(report.values).toEqual(values);
      expect(names.filter((name) => !(name in report.values) && !(name in report.errors) && !(name in report.skipped))).toEqual([]);
      failed += Object.keys(report.errors).length;
      skipped += Object.keys(report.skipped).length;
      if (Object.keys(report.errors).length > 0) back += nodes.filter((each) => takesBack(nodes, each) && planned.has(each.name)).length;
    }
  });
  await fc.assert(property, { numRuns: 300, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: false });
  expect([failed > 50, skipped > 50, back > 5]).toEqual([true, true, true]);
}, 60_000);
