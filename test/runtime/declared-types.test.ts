import { Builder, group, node, source, step, subdag, type ValidationResult } from "icosian";

// What the compiler says of these lines is the test: ts-jest reports type errors, and an unused `@ts-expect-error`.
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const is = <A, B>(_same: Same<A, B>): void => {};
/** Never runs. */
const compiles = (_lines: () => unknown): void => {};

const clip = (x: number, min: number, max: number): number => Math.min(Math.max(x, min), max);

const flow = {
  spend: (): number[] => [1, 2, 3],
  lag: node({ parameterize: { lag1: { days: 1 }, lag7: { days: 7, series: source("spend") } }, doc: "{days} days ago" }, (spend: number[], days: number): number => spend.at(-days)!),
  stats: node({ extract: ["mean", "label"], tag: { pii: true, owners: ["a", "b"] } }, async (spend: number[]) => ({ mean: 1, label: "x", n: spend.length })),
  pair: node({ extract: ["train", "test"] }, (): [number, string] => [1, "x"]),
  table: node({ extract: { beak: "Beak Length (mm)" } }, (): { "Beak Length (mm)": number; other: string }[] => []),
  columns: node({ extract: { first: "a", second: "b" } }, () => ({ a: [1], b: ["x"] })),
  filled: node({ extract: ["some"], fillWith: null }, (): { some?: number } => ({})),
  both: node({ parameterize: { p1: { x: 1 }, p2: { x: group(source("a"), 2) } }, extract: ["mean"] }, (x: unknown) => ({ mean: String(x) })),
  score: node({ pipe: { log: Math.log, clip: step(clip, { max: 10, min: source("floor") }, { when: { clipped: true } }) } }, (x: number): string => String(x)),
  checked: node({ check: { positive: (x: number) => x > 0, sane: { test: (x) => x < 1e6, importance: "fail" } } }, (x: number): Promise<number> => Promise.resolve(x)),
  tax__us: node({ when: { region: "us" } }, (total: number): number => total * 0.08),
  tax__other: node({ otherwise: true }, (total: number): number => total * 0.2),
  a__b__c: node({ whenIn: { region: ["us", "ca"] } }, (): null => null),
  plain__name: (): boolean => true,
  baz: subdag([{ foo: (a: number): number => a, inner: node({ parameterize: { p: { n: 1 } } }, (n: number): string => String(n)) }], { inputs: { a: source("x") }, config: { k: 1 } }, (foo: number): boolean => foo > 0),
};

test("the nodes of declarations have their types", () => {
  compiles(async () => {
    const dr = new Builder().withModules(flow).build();
    const results = await dr.execute([
      "spend", "lag1", "lag7", "stats", "mean", "label", "train", "test", "beak", "first", "second", "some", "p1", "p2", "p1_mean", "p2_mean", "score", "score.raw", "score.log", "score.clip",
      "checked", "checked_raw", "checked_positive", "checked_sane", "tax", "a__b", "plain__name", "baz", "baz.foo", "baz.p",
    ]);
    is<typeof results.spend, number[]>(true);
    is<typeof results.lag1, number>(true);
    is<typeof results.lag7, number>(true);
    is<typeof results.stats, { mean: number; label: string; n: number }>(true);
    is<typeof results.mean, number>(true);
    is<typeof results.label, string>(true);
    is<typeof results.train, number>(true);
    is<typeof results.test, string>(true);
    is<typeof results.beak, number[]>(true);
    is<typeof results.first, number[]>(true);
    is<typeof results.second, string[]>(true);
    is<typeof results.some, number | null>(true);
    is<typeof results.p1_mean, string>(true);
    is<(typeof results)["score.raw"], string>(true);
    is<(typeof results)["score.log"], number>(true);
    is<(typeof results)["score.clip"], number>(true);
    is<typeof results.score, number>(true);
    is<typeof results.checked, number>(true);
    is<typeof results.checked_raw, number>(true);
    is<typeof results.checked_positive, ValidationResult>(true);
    is<typeof results.tax, number>(true);
    is<typeof results.a__b, null>(true);
    is<typeof results.plain__name, boolean>(true);
    is<typeof results.baz, boolean>(true);
    is<(typeof results)["baz.foo"], number>(true);
    is<(typeof results)["baz.p"], string>(true);
  });
  expect(true).toBe(true);
});

test("what judges a value is typed by it; behind a pipe, by what the last step gives", () => {
  compiles(() => {
    node({ check: { positive: (x) => is<typeof x, number>(true) === undefined } }, (x: number): Promise<number> => Promise.resolve(x));
    node({ pipe: { text: String }, check: { long: (x: string) => x.length > 2 } }, (x: number): number => x);
    const dr = new Builder().withModules(flow).build();
    dr.executeSync(["checked"], {
      onCheck: (check) => {
        is<typeof check.node, string>(true);
        is<typeof check.passed, boolean>(true);
      },
    });
    dr.listAvailableVariables({ tags: { team: ["a", "b"], pii: true, owner: null } });
    // @ts-expect-error no tag is an object
    dr.listAvailableVariables({ tags: { team: {} } });
  });
  expect(true).toBe(true);
});

test("what is no node's name is an error", () => {
  compiles(async () => {
    const dr = new Builder().withModules(flow).build();
    // @ts-expect-error the function's own name is no node where it is parameterized
    dr.execute(["lag"]);
    // @ts-expect-error
    dr.execute(["lag2"]);
    // @ts-expect-error
    dr.execute(["n"]);
    // @ts-expect-error
    dr.execute(["score.exp"]);
    // @ts-expect-error
    dr.execute(["tax__us"]);
    // @ts-expect-error
    dr.execute(["spend_raw"]);
    // @ts-expect-error
    dr.execute(["baz.bar"]);
    // @ts-expect-error
    dr.execute(["baz.inner"]);
  });
  expect(true).toBe(true);
});

test("the function itself is called", () => {
  expect(flow.lag([1, 2, 3], 1)).toBe(3);
  is<ReturnType<typeof flow.lag>, number>(true);
  compiles(() => {
    // @ts-expect-error days is a number
    flow.lag([1], "1");
    // @ts-expect-error no such option
    node({ parametrize: {} }, () => 1);
    // @ts-expect-error neither a predicate nor a schema
    node({ check: { positive: 5 } }, () => 1);
    // @ts-expect-error a step is a function
    node({ pipe: { log: 1 } }, () => 1);
  });
});
