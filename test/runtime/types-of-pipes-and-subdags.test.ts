/** Where types show less than the plugin knows: which step of a pipe is the last, and what a function is called. */
import { Builder, node, step, subdag } from "icosian";

// As in declared-types.test.ts, what the compiler says is the test.
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const is = <A, B>(_same: Same<A, B>): void => {};
const compiles = (_lines: () => unknown): void => {};

test("a pipe gives what its last step gives, as far as it shows which that is", () => {
  const text = (x: number): string => String(x);
  const length = async (x: string): Promise<bigint> => BigInt(x.length);
  const half = (x: number): number => x / 2;
  const flag = (x: bigint, _floor: number): boolean => x > 1n;
  const start = (x: number): number => x;
  compiles(() => {
    const flow = {
      inOrder: node({ pipe: { half, text, length, flag: step(flag, { floor: 1 }) }, check: { told: (passed: boolean) => passed, inferred: (passed) => is<typeof passed, boolean>(true) === undefined } }, start),
      asWritten: node({ pipe: { flag: step(flag, { floor: 1 }), length, text } }, start),
      named: node({ pipe: { isLong: (text: string) => text.length > 2, text: ({ value, factor }: { value: number; factor: number }): string => String(value * factor), half } }, start),
      made: node({ pipe: { text }, extract: ["length"] }, start),
      fields: node({ pipe: { record: (x: number) => ({ total: x, name: "x" }) }, extract: ["total", "name"] }, start),
      there: node({ pipe: { text, number: Number } }, start),
      perhaps: node({ pipe: { half, text: step(text, {}, { when: { told: true } }) } }, start),
      perhapsFirst: node({ pipe: { half: step(half, {}, { whenNot: { exact: true } }), text, length } }, start),
      onlyPerhaps: node({ pipe: { text: step(text, {}, { whenIn: { told: [1, 2] } }) } }, start),
      fromAny: node({ pipe: { isLong: (x: string) => x.length > 2, text: step(String) } }, start),
      same: node({ pipe: { a: half, b: half, c: half } }, start),
      unconditional: node({ pipe: { text: step(text, {}), length: step(length) } }, start),
    };
    const dr = new Builder().withModules(flow).build();
    const results = dr.executeSync(["inOrder", "inOrder.half", "inOrder.length", "asWritten", "named", "made", "total", "name", "there", "perhaps", "perhapsFirst", "onlyPerhaps", "unconditional", "fromAny", "same"]);
    is<typeof results.inOrder, boolean>(true);
    is<(typeof results)["inOrder.half"], number>(true);
    is<(typeof results)["inOrder.length"], bigint>(true);
    is<typeof results.asWritten, boolean>(true);
    is<typeof results.named, boolean>(true);
    is<typeof results.made, string>(true);
    is<typeof results.total, number>(true);
    is<typeof results.name, string>(true);
    is<typeof results.unconditional, bigint>(true);
    is<typeof results.fromAny, boolean>(true);
    is<typeof results.same, number>(true);
    // Each may be followed by the other.
    is<typeof results.there, number | string>(true);
    // The config may leave a step out.
    is<typeof results.perhaps, number | string>(true);
    is<typeof results.perhapsFirst, bigint>(true);
    is<typeof results.onlyPerhaps, number | string>(true);
    // @ts-expect-error no predicate of what a step before the last gives
    node({ pipe: { half, text }, check: { told: (x: number) => x > 0 } }, start);
  });
  expect(true).toBe(true);
});

test("steps may be generic, or have overloads", () => {
  const unique = <T>(list: T[]): T[] => [...new Set(list)];
  const first = async <T>(list: T[]): Promise<T | undefined> => list[0];
  const sum = (list: number[]): number => list.reduce((total, each) => total + each, 0);
  const present = (value: string | undefined): boolean => value !== undefined;
  function other(value: number): string;
  function other(value: string): bigint;
  function other(value: number | string): string | bigint {
    return typeof value === "number" ? String(value) : BigInt(value);
  }
  compiles(() => {
    const flow = {
      before: node({ pipe: { unique, sum }, check: { told: (total: number) => total > 0 } }, (): number[] => [1]),
      beforeAsync: node({ pipe: { present, first, unique } }, (): string[] => ["x"]),
      started: node({ pipe: { size: (list: string[]): bigint => BigInt(list.length) } }, <T extends string>(only: T): T[] => [only]),
      keyed: node({ pipe: { made: (x: number) => ({ x }), keys: <Key extends string>(x: Record<Key, number>): number => Object.keys(x).length, record: (x: number): Record<string, number> => ({ x }) } }, (x: number): number => x),
      last: node({ pipe: { unique } }, (): number[] => [1]),
      overloaded: node({ pipe: { other } }, (x: number): number => x),
      overloadedBefore: node({ pipe: { other, isEmpty: (text: string): boolean => text === "" } }, (x: number): number => x),
    };
    const results = new Builder().withModules(flow).build().executeSync(["before", "beforeAsync", "started", "keyed", "last", "overloaded", "overloaded.other", "overloadedBefore"]);
    is<typeof results.before, number>(true);
    is<typeof results.beforeAsync, boolean>(true);
    is<typeof results.started, bigint>(true);
    is<typeof results.keyed, number | { x: number } | Record<string, number>>(true);
    is<typeof results.last, unknown[]>(true);
    is<typeof results.overloaded, string | bigint>(true);
    is<(typeof results)["overloaded.other"], string | bigint>(true);
    is<typeof results.overloadedBefore, boolean>(true);
  });
  expect(true).toBe(true);
});

test("functions given to a subdag without their names: any name within it may be one of their nodes, and has the type of one", () => {
  const foo = (a: number): number => a;
  const bar = async (a: number): Promise<string> => String(a);
  const parts = node({ extract: ["total", "label"] }, (a: number) => ({ total: BigInt(a), label: "x" }));
  compiles(() => {
    const flow = {
      one: subdag([foo], {}, (foo: number): boolean => foo > 0),
      two: subdag([foo, bar], {}, (foo: number): boolean => foo > 0),
      made: subdag([parts], {}, (total: bigint): boolean => total > 0n),
      mixed: subdag([{ known: foo }, bar], {}, (known: number): boolean => known > 0),
      around: subdag([{ known: foo, inner: subdag([bar], {}, (bar: string): bigint => BigInt(bar)) }], {}, (known: number): boolean => known > 0),
    };
    const dr = new Builder().withModules(flow).build();
    const results = dr.executeSync(["one", "one.foo", "two.foo", "made.total", "mixed", "mixed.known", "mixed.bar", "around.known", "around.inner", "around.inner.bar"]);
    is<typeof results.one, boolean>(true);
    is<(typeof results)["one.foo"], number>(true);
    is<(typeof results)["two.foo"], number | string>(true);
    is<(typeof results)["made.total"], bigint | string | { total: bigint; label: string }>(true);
    is<typeof results.mixed, boolean>(true);
    is<(typeof results)["mixed.known"], number>(true);
    is<(typeof results)["mixed.bar"], any>(true);
    is<(typeof results)["around.known"], number>(true);
    is<(typeof results)["around.inner"], bigint>(true);
    is<(typeof results)["around.inner.bar"], string>(true);
    dr.executeSync(["mixed"], { overrides: { "mixed.known": 5, "mixed.bar": "x", "two.foo": 1, "two.bar": "x" } });
    // @ts-expect-error its name is known, and so is its type
    dr.executeSync(["mixed"], { overrides: { "mixed.known": "x" } });
    // @ts-expect-error neither of the two
    dr.executeSync(["two"], { overrides: { "two.bar": true } });
    const replaced = new Builder().withModules(flow).withConfig({ one: true }).build().executeSync(["mixed.known", "two.foo"]);
    is<(typeof replaced)["mixed.known"], number>(true);
    is<(typeof replaced)["two.foo"], number | string>(true);
    // @ts-expect-error within another subdag
    dr.executeSync(["three.foo"]);
  });
  expect(true).toBe(true);
});
