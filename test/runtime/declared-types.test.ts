import { Builder, type Driver, group, node, type NodesOf, source, step, subdag, type ValidationResult } from "icosian";

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
  tax__eu: node({ whenIn: { region: ["fr", "de"] } }, (total: number): string => String(total)),
  tax__other: node({ otherwise: true }, (total: number): bigint => BigInt(total)),
  two__a: node({ when: { region: "us", year: 1 } }, (): "a" => "a"),
  two__b: node({ when: { region: "us", year: 2 }, whenNot: { old: true } }, (): "b" => "b"),
  two__c: node({ whenNotIn: { region: ["us", "fr"] } }, (): "c" => "c"),
  a__b__c: node({ whenIn: { region: ["us", "ca"] } }, (): null => null),
  plain__name: (): boolean => true,
  baz: subdag([{ foo: (a: number): number => a, inner: node({ parameterize: { p: { n: 1 } } }, (n: number): string => String(n)) }], { inputs: { a: source("x") }, config: { k: 1 } }, (foo: number): boolean => foo > 0),
};

test("the nodes of declarations have their types", () => {
  compiles(async () => {
    const dr = new Builder().withModules(flow).withConfig({ region: "us" }).build();
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

enum Region {
  us = "us",
  eu = "eu",
}

test("a config selects the variant, as far as its type tells its values", () => {
  const builder = new Builder().withModules(flow);
  const typed = <Tax>() => ({ by: <N extends { tax: unknown }>(_driver: () => Driver<N, never>, same: Same<N["tax"], Tax>) => same });
  typed<number>().by(() => builder.withConfig({ region: "us" }).build(), true);
  typed<string>().by(() => new Builder().withConfig({ region: "fr" }).withModules(flow).build(), true);
  typed<string>().by(() => builder.withConfig({ region: "us" }).withConfig({ region: "de" }).build(), true);
  typed<bigint>().by(() => builder.withConfig({ region: "jp" }).build(), true);
  typed<bigint>().by(() => builder.build(), true);
  typed<number>().by(() => builder.withConfig({ region: Region.us }).build(), true);
  typed<bigint>().by(() => builder.withConfig({ region: Region.eu }).build(), true);
  typed<number | string | bigint>().by(() => builder.withConfig({ region: String(1) }).build(), true);
  typed<number | bigint>().by(() => builder.withConfig({ region: "us" as "us" | "jp" }).build(), true);
  typed<number | bigint>().by(() => builder.withConfig({} as { region?: "us" }).build(), true);
  typed<number | bigint>().by(() => builder.withConfig({} as { region: "us" } | { other: 1 }).build(), true);
  typed<number | string | bigint>().by(() => builder.withConfig({} as object).build(), true);
  typed<boolean>().by(() => builder.withConfig({ region: "us", tax: true }).build(), true);
  typed<boolean>().by(() => new Builder().withConfig({ tax: true }).withModules(flow).build(), true);
  typed<string>().by(() => builder.withConfig({ region: "us" }).build(), false);
  compiles(() => {
    is<ReturnType<typeof several>, "b">(true);
    const several = () => builder.withConfig({ region: "us" }).withConfig({ year: 2 }).build().executeSync(["two"]).two;
    is<ReturnType<typeof none>, "c">(true);
    const none = () => builder.build().executeSync(["two"]).two;
    const dr = builder.withConfig({ region: "us", year: 2, old: true }).build();
    is<ReturnType<typeof given>, number>(true);
    const given = () => dr.executeSync(["two"], { inputs: { two: 5 } }).two;
    // @ts-expect-error no variant stands, and no input is given
    dr.executeSync(["two"]);
    dr.executeSync(["tax"], { overrides: { region: "fr", tax: 5 } });
    // @ts-expect-error not of the variant that stands
    dr.executeSync(["tax"], { overrides: { tax: "x" } });
    const any: Driver = dr;
    const narrow: Driver<{ a__b: null }> = builder.withConfig({ region: "ca" }).build();
    const annotated: Builder<NodesOf<typeof flow>> = builder;
    return [any, narrow, annotated];
  });
  expect(true).toBe(true);
});

test("what judges a value is typed by it; behind a pipe, by what the last step gives", () => {
  compiles(() => {
    node({ check: { positive: (x) => is<typeof x, number>(true) === undefined } }, (x: number): Promise<number> => Promise.resolve(x));
    node({ pipe: { text: String }, check: { long: (x: string) => x.length > 2 } }, (x: number): number => x);
    node({ pipe: { text: String }, check: { long: (x) => is<typeof x, string>(true) === undefined } }, (x: number): number => x);
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
