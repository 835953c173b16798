import { Builder } from "icosian";
import fc from "fast-check";
import { moduleOf, type NodeSketch } from "./module";

/** A random dataflow: node `i` needs some of the nodes before it and some inputs, in one or two modules. */
const dag = fc
  .array(fc.record({ before: fc.uniqueArray(fc.nat(100), { maxLength: 5 }), inputs: fc.uniqueArray(fc.nat(3), { maxLength: 2 }), async: fc.boolean(), named: fc.boolean(), later: fc.boolean(), second: fc.boolean() }), { minLength: 1, maxLength: 30 })
  .map((nodes) => nodes.map((node, index) => ({ ...node, before: [...new Set(index === 0 ? [] : node.before.map((n) => n % index))] })));
const request = fc.record({ finals: fc.array(fc.nat(100), { maxLength: 6 }), overrides: fc.uniqueArray(fc.nat(100), { maxLength: 4 }), concurrency: fc.constantFrom(1, 2, 3, Infinity), mixed: fc.boolean() });

const MODULUS = 1_000_003;
const mix = (index: number, values: readonly number[]): number => values.reduce((sum, value) => (sum * 31 + value) % MODULUS, index + 1);

test("equals the straight program; each node once, the least set, in spite of overrides; sync as async", async () => {
  await fc.assert(
    fc.asyncProperty(dag, request, async (nodes, { finals, overrides, concurrency, mixed }) => {
      const asked = finals.map((n) => n % nodes.length);
      const overridden = new Map(overrides.map((n) => [n % nodes.length, 500 + n]));
      const inputs = { in0: 1, in1: 2, in2: 3, in3: 4 };
      let inFlight = 0;
      let most = 0;
      const make = (asynchronous: boolean) => {
        const ran: number[] = [];
        const sketch = (index: number): [string, NodeSketch] => {
          const { before, inputs, async, later, named } = nodes[index]!;
          const needs = [...before.map((n) => `n${n}`), ...inputs.map((n) => `in${n}`)];
          const plain = (...args: any[]) => (ran.push(index), mix(index, named ? needs.map((need) => args[0][need]) : args));
          const wait = async (...args: any[]) => {
            most = Math.max(most, ++inFlight);
            await (later ? new Promise((resolve) => setImmediate(resolve)) : undefined);
            inFlight--;
            return plain(...args);
          };
          const isAsync = asynchronous && (async || !mixed);
          return [`n${index}`, { needs, named, run: isAsync ? wait : plain, async: isAsync }];
        };
        const all = nodes.map((_, index) => index);
        const first = moduleOf(all.filter((index) => !nodes[index]!.second).map(sketch), {}, "first");
        const second = moduleOf(all.filter((index) => nodes[index]!.second).map(sketch), {}, "second");
        return { ran, dr: new Builder().withModules(first, second).build() };
      };

      // The straight program: all nodes in order, and what the request reaches.
      const value: number[] = [];
      nodes.forEach(({ before, inputs: ins }, index) => {
        value[index] = overridden.get(index) ?? mix(index, [...before.map((n) => value[n]!), ...ins.map((n) => n + 1)]);
      });
      const needed = new Set<number>();
      const reach = (index: number): void => {
        if (needed.has(index) || overridden.has(index)) return;
        needed.add(index);
        nodes[index]!.before.forEach(reach);
      };
      asked.forEach(reach);
      const expected = Object.fromEntries(asked.map((index) => [`n${index}`, value[index]]));
      const options = { inputs: Object.fromEntries(Object.entries(inputs).filter(([name]) => nodes.some(({ inputs }) => inputs.includes(+name[2]!)))), overrides: Object.fromEntries([...overridden].map(([index, v]) => [`n${index}`, v])) };
      const names = asked.map((index) => `n${index}`);

      const sync = make(false);
      for (const _ of ["planned", "cached"]) {
        sync.ran.length = 0;
        expect(sync.dr.executeSync(names, options)).toEqual(expected);
        expect([...sync.ran].sort((a, b) => a - b)).toEqual([...needed].sort((a, b) => a - b));
      }
      const asynchronous = make(true);
      expect(await asynchronous.dr.execute(names, { ...options, concurrency })).toEqual(expected);
      expect([...asynchronous.ran].sort((a, b) => a - b)).toEqual([...needed].sort((a, b) => a - b));
      expect(most).toBeLessThanOrEqual(concurrency);
    }),
    { numRuns: 400 },
  );
});
