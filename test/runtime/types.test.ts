import { Builder, type Collect, type Driver, type ExecuteOptions, type ExecutionReport, type NodeError, type Parallelizable } from "icosian";

// What the compiler says of these lines is the test: ts-jest reports type errors, and an unused `@ts-expect-error`.
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const is = <A, B>(_same: Same<A, B>): void => {};
/** Never runs. */
const compiles = (_lines: () => unknown): void => {};

declare const flow: {
  A(): number;
  B(A: number): Promise<string>;
  readonly C: ({ A }: { A: number }) => { deep: Date } | undefined;
  _hidden(): number;
  $manifest(): object;
  default(): number;
  constant: number;
};
declare const other: { B(): boolean; D(B: boolean): null };
const build = () => new Builder().withModules(flow).build();

test("blocks are plain values to who has no plugin", () => {
  compiles(async () => {
    const cities = { city: (): Parallelizable<string> => ["a"], size: (city: string): number => city.length, sizes: (size: Collect<number>): readonly number[] => size, $manifest: {} };
    const dr = new Builder().withModules(cities).build();
    const { sizes } = await dr.execute(["sizes"], { overrides: { city: new Set(["a"]), size: 1 } });
    is<typeof sizes, readonly number[]>(true);
    // @ts-expect-error no text is iterated
    void dr.execute(["sizes"], { overrides: { city: [1] } });
    // A test calls them as functions: what is collected is any array.
    is<number, ReturnType<typeof cities.size>>(true);
    cities.sizes([1, 2]);
    cities.sizes(Object.freeze([1]));
    // @ts-expect-error no numbers
    cities.sizes(["a"]);
    const opened: Parallelizable<number>[] = [[1], new Set([1]), new Map<number, number>().keys(), (function* () { yield 1; })(), (async function* () { yield 1; })()];
    // @ts-expect-error nothing to iterate
    const not: Parallelizable<number> = 1;
    return [opened, not];
  });
  expect(true).toBe(true);
});

test("results have their types", () => {
  compiles(async () => {
    const dr = build();
    const { A, B, C } = await dr.execute(["A", "B", "C"]);
    is<typeof A, number>(true);
    is<typeof B, string>(true);
    is<typeof C, { deep: Date } | undefined>(true);
    const sync = dr.executeSync(["A"]);
    is<keyof typeof sync, "A">(true);
    is<keyof Awaited<ReturnType<typeof nothing>>, never>(true);
    async function nothing() {
      return dr.execute([]);
    }
    // @ts-expect-error a result that was not asked for
    sync.B;
    // @ts-expect-error not a number
    const wrong: string = sync.A;
    return wrong;
  });
  expect(true).toBe(true);
});

test("names that no node has are errors", () => {
  compiles(() => {
    const dr = build();
    // @ts-expect-error
    dr.execute(["A", "Nope"]);
    // @ts-expect-error
    dr.executeSync(["_hidden"]);
    // @ts-expect-error
    dr.executeSync(["$manifest"]);
    // @ts-expect-error
    dr.executeSync(["default"]);
    // @ts-expect-error an export that is no function has a name, and no value of any use
    const constant: number = dr.executeSync(["constant"]).constant;
    void constant;
    // @ts-expect-error a list is asked for
    dr.execute("A");
    // @ts-expect-error
    dr.execute(["A"], { input: {} });
  });
  expect(true).toBe(true);
});

test("inputs may be echoed, with their own types; overrides are typed by node", () => {
  compiles(async () => {
    const dr = build();
    const { A, rate } = await dr.execute(["A", "rate"], { inputs: { rate: "x", more: 1 } });
    is<typeof A, number>(true);
    is<typeof rate, string>(true);
    const { x } = dr.executeSync(["x"], { overrides: { x: 1, A: 5 } });
    is<typeof x, number>(true);
    // @ts-expect-error neither a node nor an input of this call
    dr.execute(["rates"], { inputs: { rate: 1 } });
    // @ts-expect-error A is a number
    dr.execute(["A"], { overrides: { A: "x" } });
    // @ts-expect-error B is a string once awaited
    dr.execute(["A"], { overrides: { B: Promise.resolve("x") } });
    const given: Record<string, unknown> = {};
    const open = await dr.execute(["anything", "A"], { inputs: given });
    is<typeof open.A, number>(true);
    is<typeof open.anything, unknown>(true);
  });
  expect(true).toBe(true);
});

test("modules and config merge, later ones win", () => {
  compiles(async () => {
    const dr = new Builder().withModules(flow, other).withConfig({ A: "fixed", region: "eu" as "eu" | "us", year: 1 }).build();
    const { A, B, D, region, year, C } = await dr.execute(["A", "B", "D", "region", "year", "C"], { overrides: { A: "other", year: 2 } });
    is<typeof A, string>(true);
    is<typeof B, boolean>(true);
    is<typeof D, null>(true);
    is<typeof region, "eu" | "us">(true);
    is<typeof year, number>(true);
    is<typeof C, { deep: Date } | undefined>(true);
    const stepwise = new Builder().withModules(flow).withModules({ ...flow, A: (): string => "fake" }).allowModuleOverrides().build();
    is<ReturnType<typeof asked>, string>(true);
    function asked() {
      return stepwise.executeSync(["A"]).A;
    }
  });
  expect(true).toBe(true);
});

test("with onError 'continue' the report's values have their types; a result builder's type is the result's", () => {
  compiles(async () => {
    const dr = build();
    const report = await dr.execute(["A", "B"], { onError: "continue" });
    is<typeof report.values.A, number | undefined>(true);
    is<typeof report.errors, Readonly<Record<string, NodeError>>>(true);
    // @ts-expect-error not asked for
    report.values.C;
    is<ReturnType<typeof stops>, Pick<{ A: number }, "A">>(true);
    function stops() {
      return dr.executeSync(["A"], { onError: "stop", retry: { times: 2 } });
    }
    const either = dr.executeSync(["A"], {} as ExecuteOptions);
    const known = "values" in either ? either.values.A : either.A;
    is<typeof known, number | undefined>(true);
    // @ts-expect-error
    dr.execute(["A"], { onError: "ignore" });

    const counting = { buildResult: (results: Readonly<Record<string, unknown>>) => Object.keys(results).length };
    const built = new Builder().withModules(flow).withAdapters({ beforeBuild() {} }, counting).withConfig({ x: 1 }).build();
    is<ReturnType<typeof count>, number>(true);
    function count() {
      return built.executeSync(["A", "x"]);
    }
    is<Awaited<ReturnType<typeof counted>>, ExecutionReport<{ A: number }>>(true);
    async function counted() {
      return built.execute(["A"], { onError: "continue" }) as Promise<ExecutionReport<{ A: number }>>;
    }
    const loose: Driver = built;
    (await loose.execute(["x"])).x;
    // @ts-expect-error no method of an adapter
    [new Builder().withAdapters({ beforeNodes() {} })];
    // @ts-expect-error gives no sentence
    [new Builder().withAdapters({ validateNode: () => 5 })];
  });
  expect(true).toBe(true);
});

test("modules of which nothing is known allow everything", () => {
  compiles(async () => {
    const modules: object[] = [];
    (await new Builder().withModules(...modules).build().execute(["x"])).x.anything;
    (await new Builder().withModules({} as object).build().execute(["x"])).x;
    (await new Builder().withModules({} as any).build().execute(["x"])).x.y;
    (await new Builder().withModules({} as Record<string, unknown>).build().execute(["x"])).x;
    const loose: Driver = build();
    (await loose.execute(["x"])).x;
    // An empty module is known: it has no nodes.
    // @ts-expect-error
    new Builder().withModules(other, {}).build().execute(["x"]);
    // @ts-expect-error no module
    [new Builder().withModules("flow")];
    // @ts-expect-error a list of modules
    [new Builder().withModules([flow, other])];
    // @ts-expect-error a promise of a module
    [new Builder().withModules(Promise.resolve(flow))];
    [new Builder().withModules(...[flow, other])];
    // @ts-expect-error no config
    [new Builder().withConfig("eu")];
  });
  expect(true).toBe(true);
});
