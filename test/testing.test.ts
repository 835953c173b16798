import { Builder, type Driver } from "icosian";
import { gracefulErrors } from "icosian/adapters";
import { traceOf } from "icosian/testing";
import { failure, flow } from "./runtime/module";

class Point {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
}

const later = <Value>(milliseconds: number, value: Value): Promise<Value> => new Promise((resolve) => setTimeout(resolve, milliseconds, value));
const shop = flow({
  orders: { needs: ["url"], run: () => later(10, [{ id: 1, on: new Date(0) }]), async: true },
  rates: { run: () => later(1, new Map([["eu", 0.2]])), async: true },
  origin: { run: () => new Point(1, NaN) },
  total: { needs: ["orders", "rates"], run: (orders: unknown[]) => orders.length },
});
const dr = new Builder().withModules(shop).build();

test("what ran, in the order of the plan, and what it came to: a snapshot", async () => {
  expect(await traceOf(dr, ["total", "origin"], { inputs: { url: "shop.example" } })).toMatchSnapshot();
});

test("it is plain data: the same through JSON, and the same each time", async () => {
  const trace = await traceOf(dr, ["total", "origin"], { inputs: { url: "shop.example" } });
  expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
  expect(await traceOf(dr, ["total", "origin"], { inputs: { url: "shop.example" } })).toEqual(trace);
});

test("overrides are recorded, and what they save is not there", async () => {
  const { overrides, nodes } = await traceOf(dr, ["total"], { overrides: { orders: [1, 2], rates: new Map() } });
  expect(overrides).toEqual({ orders: [1, 2], rates: { "[Map]": [] } });
  expect(nodes).toEqual([{ name: "total", value: 2 }]);
});

test("values are as they were when their node was done", async () => {
  const mutating = flow({ list: { run: () => [1] }, longer: { needs: ["list"], run: (list: number[]) => list.push(2) } });
  const { nodes } = await traceOf(new Builder().withModules(mutating).build(), ["longer"]);
  expect(nodes[0]).toEqual({ name: "list", value: [1] });
});

test("what is large or changes may be left out", async () => {
  const { nodes } = await traceOf(dr, ["orders"], { inputs: { url: "u" }, values: (value, name) => (name === "orders" ? (value as unknown[]).length : value) });
  expect(nodes).toEqual([{ name: "orders", value: 1 }]);
});

test("a failure is recorded, with what it kept from running", async () => {
  const broken = flow({ A: { run: () => 1 }, B: { needs: ["A"], run: () => JSON.parse("{") }, C: { needs: ["B"], run: () => 1 } });
  const trace = await traceOf(new Builder().withModules(broken).build(), ["C"]);
  expect(trace.nodes).toEqual([{ name: "A", value: 1 }, { name: "B", error: { name: "SyntaxError", message: expect.any(String) } }]);
  expect(trace.notRun).toEqual(["C"]);
  expect(trace.error).toMatchObject({ name: "NodeError", code: "ICOSIAN_NODE_FAILED", message: expect.stringContaining("Node 'B' fails") });
});

test("the driver's own adapters are inside, retries are counted, and the driver itself is as it was", async () => {
  let tries = 0;
  const module = flow({ A: { run: () => (++tries < 3 ? Promise.reject(new Error("again")) : later(1, tries)), async: true }, bad: { run: () => Promise.reject(new Error("no")), async: true } });
  const driver = new Builder().withModules(module).withAdapters(gracefulErrors({ sentinel: "failed" })).build();
  const { nodes } = await traceOf(driver, ["A", "bad"], { retry: { times: 2, on: (error) => (error as Error).message === "again" } });
  expect(nodes).toEqual([{ name: "A", attempts: 3, value: 3 }, { name: "bad", value: "failed" }]);
  expect(await driver.execute(["bad"])).toEqual({ bad: "failed" });
});

test("names and overrides have their types", () => {
  const typed = {} as { A(): number; B(A: number): Promise<string>; $manifest(): object };
  const compiles = (_lines: (driver: Driver<{ A: number; B: string }>) => unknown): void => {};
  compiles((driver) => {
    traceOf(new Builder().withModules(typed).build(), ["B"], { overrides: { A: 1 }, concurrency: 2 });
    traceOf(driver, ["B"], { overrides: { A: 1 }, values: (value, name) => [value, name] });
    // @ts-expect-error a node has another type
    traceOf(driver, ["B"], { overrides: { A: "1" } });
    // @ts-expect-error no node has this name
    traceOf(driver, ["C"]);
  });
  expect(compiles).toBeDefined();
});

test("a wrong request is refused, as by execute", async () => {
  expect(await failure(() => traceOf(dr, ["total"]))).toMatchObject({ code: "ICOSIAN_REQUEST", problems: [{ code: "missing-input" }] });
  expect((await failure(() => traceOf(dr, ["origin"], { valeus: 1 } as object))).message).toContain("'traceOf' has no option 'valeus'. Did you mean 'values'?");
  expect((await failure(() => traceOf(dr, ["origin"], null as never))).message).toBe("'traceOf' takes its options as an object, not null.");
  expect((await failure(() => traceOf(dr, ["origin"], { values: 5 as never }))).message).toBe("'traceOf' takes 'values' as a function, not 5.");
  expect((await failure(() => traceOf(undefined as never, ["origin"] as never[]))).message).toBe("'traceOf' takes a driver, as 'build' returns it, not undefined.");
  expect((await failure(() => traceOf(new Builder() as never, ["origin"] as never[]))).message).toContain("not a Builder. Of two copies of icosian");
});

test.each<[string, unknown, unknown]>([
  ["numbers that JSON lacks", [NaN, -Infinity, -0, 10n], ["[NaN]", "[-Infinity]", "[-0]", "[10n]"]],
  ["nothing", [undefined, null], ["[undefined]", null]],
  ["functions and symbols", [function named() {}, () => 1, Symbol("s")], ["[Function named]", "[Function anonymous]", "[Symbol(s)]"]],
  ["sets, bytes", [new Set([1]), new Uint8Array([1, 2])], [{ "[Set]": [1] }, { "[Uint8Array]": [1, 2] }]],
  ["errors and expressions", [new TypeError("t"), /x/g, new URL("http://a.example/")], ["[TypeError: t]", "[RegExp /x/g]", "[URL http://a.example/]"]],
  ["objects of a class, and of none", [new Point(1, 2), Object.create(null)], [{ "[Point]": { x: 1, y: 2 } }, {}]],
  ["what throws when it is read", { get a() { throw new Error("a"); } }, { a: "[throws]" }],
  ["a proxy that throws", new Proxy({}, { ownKeys: () => { throw new Error("p"); } }), "[unreadable]"],
  ["an own __proto__", JSON.parse('{"__proto__": 1}'), JSON.parse('{"__proto__": 1}')],
])("values: %s", async (_, value, expected) => {
  const { nodes } = await traceOf(new Builder().withModules(flow({ A: { run: () => value } })).build(), ["A"]);
  expect(nodes[0]!.value).toEqual(expected);
});

test("values: cycles and depth", async () => {
  const cycle: Record<string, unknown> = { deep: undefined };
  cycle["self"] = cycle;
  let deep: unknown = 1;
  for (let level = 0; level < 50_000; level++) deep = [deep];
  const { nodes } = await traceOf(new Builder().withModules(flow({ A: { run: () => cycle }, B: { run: () => deep } })).build(), ["A", "B"]);
  expect(nodes[0]!.value).toEqual({ deep: "[undefined]", self: "[Circular]" });
  expect(JSON.stringify(nodes[1]!.value)).toContain('["[deeper]"]');
});
