/** The adapters inside blocks, whose nodes run once for each item. */
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { context } from "@opentelemetry/api";
import { BasicTracerProvider, InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { Builder, type LifecycleAdapter } from "icosian";
import { checkOutputs, FAILED, gracefulErrors, progress, type RunTimings, timings } from "icosian/adapters";
import { openTelemetry } from "icosian/opentelemetry";
import { traceOf } from "icosian/testing";
import { failure, flow, type NodeSketch } from "../runtime/module";

const CITIES: Record<string, NodeSketch> = {
  city: { parallel: true, run: () => ["Rome", "Oslo", "Paris"], type: "string", schema: { type: "string" } },
  size: { needs: ["city"], run: (city: string) => city.length },
  total: { needs: ["size[]"], run: (sizes: number[]) => sizes.reduce((sum, size) => sum + (typeof size === "number" ? size : 0), 0) },
  sizes: { needs: ["size[]"], run: (sizes: readonly number[]) => [...sizes] },
};
const build = (adapter: LifecycleAdapter, more: Record<string, NodeSketch> = {}) => new Builder().withModules(flow({ ...CITIES, ...more })).withAdapters(adapter).build();
const later = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("progress: each item counts, once it is there", () => {
  let text = "";
  build(progress({ stream: { write: (more) => (text += more) } })).executeSync(["total"]);
  expect(text).toMatch(/^5 of 5 nodes in /m);
});

test("timings: the calls of a node add up", () => {
  const runs: RunTimings[] = [];
  build(timings({ report: (run) => void runs.push(run) })).executeSync(["total"]);
  expect(runs[0]!.nodes.map(({ name, calls }) => [name, calls])).toEqual([["city", 1], ["size", 3], ["total", 1]]);
  expect(runs[0]!.criticalPath).toEqual(["city", "size", "total"]);
});

describe("gracefulErrors", () => {
  const broken = (city: string): number => {
    if (city === "Oslo") throw new Error("no Oslo");
    return city.length;
  };
  test("an item fails by itself", async () => {
    const dr = build(gracefulErrors(), { size: { needs: ["city"], run: broken } });
    expect(dr.executeSync(["sizes", "total"])).toEqual({ sizes: [4, FAILED, 5], total: 9 });
    expect(await dr.execute(["sizes"])).toEqual({ sizes: [4, FAILED, 5] });
  });

  test.each<[string, NodeSketch["run"], unknown[]]>([
    ["at once", () => { throw new Error("none"); }, [FAILED]],
    ["on the way", function* () { yield "Rome"; throw new Error("no more"); }, [4, FAILED]],
    ["later", async () => { throw new Error("none"); }, [FAILED]],
    ["over time", async function* () { yield "Rome"; await later(1); throw new Error("no more"); }, [4, FAILED]],
  ])("what opens the block fails %s", async (_, run, expected) => {
    expect(await build(gracefulErrors(), { city: { parallel: true, async: true, run } }).execute(["sizes"])).toEqual({ sizes: expected });
  });

  test("what opens the block is skipped", () => {
    const dr = build(gracefulErrors(), { bad: { run: () => JSON.parse("{") }, city: { needs: ["bad"], parallel: true, run: () => ["Rome"] } });
    expect(dr.executeSync(["sizes"])).toEqual({ sizes: [FAILED] });
  });
});

describe("checkOutputs", () => {
  test("items have their type", async () => {
    expect(build(checkOutputs({ importance: "fail" })).executeSync(["total"])).toEqual({ total: 13 });
    const told: unknown[] = [];
    const dr = build(checkOutputs({ onCheck: ({ node, passed, sample }) => void told.push([node, passed, sample]) }), { city: { ...CITIES["city"]!, run: function* () { yield "Rome"; yield ["Oslo"]; } } });
    expect(dr.executeSync(["total"])).toEqual({ total: 5 });
    expect(told).toEqual([["city", true, undefined], ["city", false, ["Oslo"]]]);
  });

  test("an item of another type fails what gave it", async () => {
    const dr = build(checkOutputs({ importance: "fail" }), { city: { ...CITIES["city"]!, run: () => ["Rome", 5] } });
    expect(await failure(() => dr.execute(["total"]))).toMatchObject({ code: "ICOSIAN_NODE_FAILED", node: "city", cause: { code: "ICOSIAN_CHECK_FAILED" } });
  });
});

test("openTelemetry: a span for each item, with its position, and a link to what that item has waited for", async () => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const exporter = new InMemorySpanExporter();
  const tracer = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }).getTracer("test");
  const more: Record<string, NodeSketch> = {
    size: { needs: ["city"], async: true, run: async (city: string) => (await later(5 - city.length), city.length) },
    street: { needs: ["size"], parallel: true, run: (size: number) => [size, size + 1] },
    house: { needs: ["street", "size"], async: true, run: async (street: number) => (await later(street % 3), street) },
    houses: { needs: ["house[]"], run: (houses: readonly number[]) => houses.length },
    all: { needs: ["houses[]"], run: (all: readonly number[]) => all.length },
  };
  await build(openTelemetry({ tracer }), more).execute(["total", "all"]);
  context.disable();
  const spans = exporter.getFinishedSpans();
  const itemOf = (span: ReadableSpan): string => `${span.name} ${String(span.attributes["icosian.node.item"] ?? "")}`;
  const waitedFor = ({ links: [link] }: ReadableSpan): string => itemOf(spans.find((span) => span.spanContext().spanId === link!.context.spanId)!);
  const linked = (name: string): string[] => spans.filter((span) => span.name === name).map((span) => `${itemOf(span)} < ${waitedFor(span)}`).sort();
  expect(linked("size")).toEqual(["size 0 < city ", "size 1 < city ", "size 2 < city "]);
  expect(linked("street")).toEqual(["street 0 < size 0", "street 1 < size 1", "street 2 < size 2"]);
  expect(linked("house")).toEqual(["0", "1", "2"].flatMap((city) => ["0", "1"].map((at) => `house ${city},${at} < street ${city}`)));
  for (const city of [0, 1, 2]) expect(linked("houses")[city]).toMatch(new RegExp(`^houses ${city} < house ${city},[01]$`));
  expect(linked("all")).toEqual([expect.stringMatching(/^all {2}< houses [012]$/)]);
  expect(spans.map(({ name }) => name).sort()).toEqual(["all", "city", ...Array<string>(6).fill("house"), ...Array<string>(3).fill("houses"), "icosian.execute", ...Array<string>(3).fill("size"), ...Array<string>(3).fill("street"), "total"]);
});

test("traceOf: items in their order, whichever is done first", async () => {
  const dr = new Builder().withModules(flow({ ...CITIES, size: { needs: ["city"], async: true, run: async (city: string) => (await later(city === "Rome" ? 20 : 1), city.length) } })).build();
  expect((await traceOf(dr, ["total"])).nodes).toEqual([
    { name: "city", value: ["Rome", "Oslo", "Paris"] },
    { name: "size", item: [0], value: 4 },
    { name: "size", item: [1], value: 4 },
    { name: "size", item: [2], value: 5 },
    { name: "total", value: 13 },
  ]);
});
