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

function sketchOf(nodes: readonly RandomNode[], index: number, isAsync: boolean): readonly [string, NodeSketch] {
  const { name, opens, needs } = nodes[index]!;
  const run = (...args: Value[]): unknown => (opens ? items(index, args) : compute(index, args));
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
    back += nodes.filter(({ blocks, needs }) => blocks.length > 0 && needs.some(({ node }) => nodes[node]!.blocks.length === 0 && !nodes[node]!.opens && nodes[node]!.needs.some(({ collects }) => collects))).length;

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
