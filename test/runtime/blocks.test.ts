/** Blocks: nodes that run once for each item of another, and those that collect what came of it. */
import { setTimeout as sleep } from "node:timers/promises";
import { BlockError, Builder, NodeError, RequestError } from "icosian";
import { failure, flow, type NodeSketch } from "./module";
import { refuseUnhandledRejections } from "./unhandled-rejections";

const build = (sketches: Record<string, NodeSketch>) => new Builder().withModules(flow(sketches)).build();
const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

refuseUnhandledRejections();

const CITIES: Record<string, NodeSketch> = {
  city: { needs: ["cities?"], parallel: true, run: (cities = ["Rome", "Oslo", "Paris"]) => cities },
  size: { needs: ["city"], run: (city: string) => city.length },
  label: { needs: ["city", "size", "unit?"], run: (city: string, size: number, unit = "") => `${city} ${size}${unit}` },
  total: { needs: ["size[]"], run: sum },
  labels: { needs: ["label[]"], run: (labels: readonly string[]) => labels.join(", ") },
  both: { needs: ["total", "labels", "city[]"], named: true, run: ({ total, labels, city }: any) => `${total}: ${labels} of ${city.length}` },
};

describe("one block", () => {
  test("collected several times, at once", async () => {
    const dr = build(CITIES);
    const expected = { total: 13, labels: "Rome 4m, Oslo 4m, Paris 5m", both: "13: Rome 4m, Oslo 4m, Paris 5m of 3" };
    expect(dr.executeSync(["total", "labels", "both"], { inputs: { unit: "m" } })).toEqual(expected);
    expect(await dr.execute(["both", "labels", "total"], { inputs: { unit: "m" } })).toEqual(expected);
    expect(dr.executeSync(["total"])).toEqual({ total: 13 });
  });

  test.each([
    ["an array", () => ["a", "bc"]],
    ["a set", () => new Set(["a", "bc"])],
    ["the keys of a map", () => new Map([["a", 1], ["bc", 2]]).keys()],
    ["a generator", function* () { yield "a"; yield "bc"; }],
    ["a string", () => "ab"],
  ])("over %s", async (_, cities: () => Iterable<string>) => {
    const dr = build({ ...CITIES, city: { parallel: true, run: cities } });
    const count = [...cities()].length;
    expect(dr.executeSync(["total"])).toEqual({ total: sum([...cities()].map(({ length }) => length)) });
    expect((await dr.execute(["both"])).both).toMatch(new RegExp(` of ${count}$`));
  });

  test("over what comes over time", async () => {
    const dr = build({ ...CITIES, city: { parallel: true, async: true, run: async function* () { yield "a"; await sleep(1); yield "bc"; } } });
    expect(await dr.execute(["labels", "total"])).toEqual({ labels: "a 1, bc 2", total: 3 });
    const promised = build({ ...CITIES, city: { parallel: true, async: true, run: async () => ["a", "bc"] } });
    expect(await promised.execute(["labels", "total"])).toEqual({ labels: "a 1, bc 2", total: 3 });
  });

  test("in the order of the items, whichever is done first", async () => {
    const dr = build({
      ...CITIES,
      size: { needs: ["city"], async: true, run: async (city: string) => { await sleep(city === "Rome" ? 20 : 1); return city.length; } },
    });
    expect(await dr.execute(["labels"])).toEqual({ labels: "Rome 4, Oslo 4, Paris 5" });
  });

  test("without an item", async () => {
    const dr = build(CITIES);
    expect(dr.executeSync(["total", "labels"], { inputs: { cities: [] } })).toEqual({ total: 0, labels: "" });
    expect(await dr.execute(["both"], { inputs: { cities: [] } })).toEqual({ both: "0:  of 0" });
  });

  test("runs no more than the request needs, each node once for each item", () => {
    const calls: string[] = [];
    const noting = Object.fromEntries(Object.entries(CITIES).map(([name, { run, ...sketch }]) => [name, { ...sketch, run: (...args: unknown[]) => { calls.push(name); return run(...args); } }]));
    build(noting).executeSync(["total"]);
    expect(calls.sort()).toEqual(["city", "size", "size", "size", "total"]);
  });
});

describe("several blocks", () => {
  const NESTED: Record<string, NodeSketch> = {
    region: { parallel: true, run: () => [1, 2, 3] },
    city: { needs: ["region"], parallel: true, run: (region: number) => Array.from({ length: region }, (_, at) => region * 10 + at) },
    size: { needs: ["city", "region", "scale"], run: (city: number, region: number, scale: number) => (city + region) * scale },
    ofRegion: { needs: ["size[]", "city[]"], run: (sizes: readonly number[], cities: readonly number[]) => sum(sizes) + cities.length },
    share: { needs: ["ofRegion", "region"], run: (total: number, region: number) => total / region },
    shares: { needs: ["share[]"], run: (shares: readonly number[]) => [...shares] },
    totals: { needs: ["ofRegion[]"], run: (totals: readonly number[]) => [...totals] },
    scale: { run: () => 2 },
  };
  const byHand = [1, 2, 3].map((region) => {
    const cities = Array.from({ length: region }, (_, at) => region * 10 + at);
    return sum(cities.map((city) => (city + region) * 2)) + cities.length;
  });

  test("within each other", async () => {
    const expected = { totals: byHand, shares: byHand.map((total, at) => total / (at + 1)) };
    expect(build(NESTED).executeSync(["totals", "shares"])).toEqual(expected);
    expect(await build({ ...NESTED, size: { ...NESTED["size"]!, async: true, run: async (c: number, r: number, s: number) => { await sleep((c * 7) % 5); return (c + r) * s; } } }).execute(["totals", "shares"])).toEqual(expected);
  });

  test("one after the other, with a node that collects and opens", () => {
    const dr = build({ ...NESTED, again: { needs: ["ofRegion[]"], parallel: true, run: (totals: readonly number[]) => totals.map((each) => each * 2) }, odd: { needs: ["again", "scale"], run: (a: number, s: number) => a + s }, odds: { needs: ["odd[]"], run: (odds: readonly number[]) => [...odds] } });
    expect(dr.executeSync(["odds"])).toEqual({ odds: byHand.map((total) => total * 2 + 2) });
  });

  test("a node of a block may need what is collected from it: the items pass twice", async () => {
    const opened: string[] = [];
    const sketches: Record<string, NodeSketch> = {
      ...CITIES,
      city: { parallel: true, run: function* () { opened.push("again"); yield* ["Rome", "Oslo", "Paris"]; } },
      share: { needs: ["size", "total", "city"], run: (size: number, total: number, city: string) => `${city} ${Math.round((100 * size) / total)} %` },
      shares: { needs: ["share[]"], run: (shares: readonly string[]) => shares.join() },
      rest: { needs: ["share", "shares"], run: (share: string, shares: string) => shares.length - share.length },
      rests: { needs: ["rest[]"], run: (rests: readonly number[]) => [...rests] },
    };
    const expected = { shares: "Rome 31 %,Oslo 31 %,Paris 38 %", rests: [21, 21, 20] };
    expect(build(sketches).executeSync(["shares", "rests"])).toEqual(expected);
    expect(await build(sketches).execute(["shares", "rests"])).toEqual(expected);
    expect(opened).toEqual(["again", "again"]);
    // The node takes a collection of its own block at first hand.
    const direct = build({ ...CITIES, share: { needs: ["size", "size[]"], run: (size: number) => size }, rank: { needs: ["size", "city[]"], run: (size: number, all: readonly string[]) => all.filter(({ length }) => length > size).length }, ranks: { needs: ["rank[]"], run: (ranks: readonly number[]) => [...ranks] } });
    expect(direct.executeSync(["ranks"])).toEqual({ ranks: [1, 1, 0] });
  });

  test("so may one of an inner block, of the outer's total or its own", () => {
    const dr = build({
      ...NESTED,
      total: { needs: ["totals"], run: sum },
      part: { needs: ["size", "total", "ofRegion"], run: (size: number, total: number, ofRegion: number) => [size, ofRegion, total].join("/") },
      parts: { needs: ["part[]"], run: (parts: readonly string[]) => parts.join(" ") },
      all: { needs: ["parts[]"], run: (all: readonly string[]) => [...all] },
    });
    const total = sum(byHand);
    const expected = [1, 2, 3].map((region, at) => Array.from({ length: region }, (_, i) => `${(region * 10 + i + region) * 2}/${byHand[at]}/${total}`).join(" "));
    expect(dr.executeSync(["all"])).toEqual({ all: expected });
  });
});

describe("values in place of nodes", () => {
  test("of the opening one: what is iterated", () => {
    const dr = build(CITIES);
    expect(dr.executeSync(["labels"], { overrides: { city: new Set(["Bonn"]) } })).toEqual({ labels: "Bonn 4" });
    expect(dr.executeSync(["labels", "city"], { overrides: { city: ["Bonn"] } })).toEqual({ labels: "Bonn 4", city: ["Bonn"] });
    expect(new Builder().withModules(flow(CITIES)).withConfig({ city: ["Bonn", "Ulm"] }).build().executeSync(["total"])).toEqual({ total: 7 });
  });
  test("of an inner one: one value for all items", () => {
    const dr = build(CITIES);
    expect(dr.executeSync(["total", "labels", "size"], { overrides: { size: 9 } })).toEqual({ total: 27, labels: "Rome 9, Oslo 9, Paris 9", size: 9 });
    expect(dr.executeSync(["labels"], { overrides: { label: "x" } })).toEqual({ labels: "x, x, x" });
    expect(new Builder().withModules(flow(CITIES)).withConfig({ size: 9 }).build().executeSync(["total", "labels"])).toEqual({ total: 27, labels: "Rome 9, Oslo 9, Paris 9" });
  });
  test("of one that collects: its block does not run", () => {
    const dr = build({ ...CITIES, city: { parallel: true, run: () => { throw new Error("not needed"); } } });
    expect(dr.executeSync(["both"], { overrides: { total: 1, labels: "l", city: ["x"] } })).toEqual({ both: "1: l of 1" });
    expect(dr.executeSync(["total"], { overrides: { total: 1 } })).toEqual({ total: 1 });
  });
  test("what nobody computes is collected whole", () => {
    const dr = build({ total: { needs: ["size[]"], run: sum } });
    expect(dr.executeSync(["total"], { inputs: { size: [1, 2] } })).toEqual({ total: 3 });
  });
});

describe("what makes no sense", () => {
  test("requesting what has many values", async () => {
    const dr = build(CITIES);
    for (const act of [() => dr.validateExecution(["size", "total"]), () => dr.execute(["size", "total"]), () => dr.executeSync(["size"]), () => dr.inputSchema(["size"])]) {
      const error = (await failure(act)) as RequestError;
      expect(error).toBeInstanceOf(RequestError);
      expect(error.problems).toMatchObject([{ code: "inner-node", name: "size", block: "city", route: ["size", "city"] }]);
      expect(error.message).toBe("'size' cannot be requested: it has a value for each item of 'city' ('size' needs 'city'). Request what collects it: 'total'.");
    }
    expect((await failure(() => dr.validateExecution(["city"]))).message).toBe("'city' cannot be requested: it opens a block, and has many items. Request what collects it: 'both'.");
  });

  test("two blocks of which neither is within the other, and collecting one value", async () => {
    const error = (await failure(() => build({ ...CITIES, year: { parallel: true, run: () => [1] }, torn: { needs: ["size", "year"], run: () => 1 }, loose: { needs: ["total[]"], run: () => 1 } }))) as BlockError;
    expect(error).toBeInstanceOf(BlockError);
    expect(error.code).toBe("ICOSIAN_BLOCKS");
    expect(error.problems).toMatchObject([
      { code: "torn-node", node: "torn", blocks: ["city", "year"] },
      { code: "loose-collection", node: "loose", blocks: [] },
    ]);
    const deep = Object.fromEntries(Array.from({ length: 102 }, (_, at) => [`n${at}`, { needs: at === 0 ? [] : [`n${at - 1}`], parallel: true, run: () => [1] }]));
    expect((await failure(() => build(deep))).problems).toMatchObject([{ code: "too-deep", node: "n101" }]);
  });

  test("what cannot be iterated", async () => {
    const odd = build({ ...CITIES, city: { parallel: true, run: () => 5 } });
    const error = (await failure(() => odd.execute(["total"]))) as NodeError;
    expect([error.code, error.node, error.message]).toEqual(["ICOSIAN_NODE_NOT_ITERABLE", "city", "Node 'city' opens a block, and what it returned is 5, which cannot be iterated."]);
    expect((await failure(() => build(CITIES).execute(["total"], { overrides: { city: null } }))).message).toBe("What is given for 'city' is null, which cannot be iterated.");
    const once = build({ outer: { parallel: true, run: () => [1, 2] }, inner: { needs: ["outer"], parallel: true, run: () => [1] }, list: { needs: ["inner[]"], run: (list: readonly number[]) => list.length }, lists: { needs: ["list[]"], run: sum } });
    expect(once.executeSync(["lists"], { overrides: { inner: [1, 2] } })).toEqual({ lists: 4 });
    expect((await failure(() => once.executeSync(["lists"], { overrides: { inner: [1, 2].values() } }))).message).toContain("can be iterated only once");
  });

  test("waiting where nothing can wait", async () => {
    const later = build({ ...CITIES, city: { parallel: true, run: async function* () { yield "a"; } } });
    expect((await failure(() => later.executeSync(["total"]))).message).toBe("'executeSync' cannot wait for the items of 'city', which come over time. Use 'execute'.");
    const promise = build({ ...CITIES, size: { needs: ["city"], run: async () => 1 } });
    const error = (await failure(() => promise.executeSync(["total"]))) as NodeError;
    expect([error.code, error.node, error.item]).toEqual(["ICOSIAN_NODE_RETURNED_PROMISE", "size", [0]]);
  });
});

test("two blocks, each of which needs what is collected of the other", async () => {
  const sketches = (async: boolean): Record<string, NodeSketch> => ({
    city: { parallel: true, run: () => ["Rome", "Oslo"] },
    year: { parallel: true, run: () => [2025, 2026, 2027] },
    perYear: { needs: ["city", "year[]"], async, run: (city: string, years: readonly number[]) => `${city} ${years.length}` },
    perCity: { needs: ["year", "city[]"], async, run: (year: number, cities: readonly string[]) => `${year} ${cities.join("")}` },
    ofCities: { needs: ["perYear[]"], run: (all: readonly string[]) => all.join(", ") },
    ofYears: { needs: ["perCity[]"], run: (all: readonly string[]) => all.join(", ") },
  });
  const expected = { ofCities: "Rome 3, Oslo 3", ofYears: "2025 RomeOslo, 2026 RomeOslo, 2027 RomeOslo" };
  expect(build(sketches(false)).executeSync(["ofCities", "ofYears"])).toEqual(expected);
  expect(await build(sketches(true)).execute(["ofCities", "ofYears"])).toEqual(expected);
});
