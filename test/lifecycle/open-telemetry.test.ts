// Against the SDK: what its in-memory exporter holds is what a backend would get.
import { context, propagation, type Span, SpanStatusCode, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { BasicTracerProvider, InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { Builder } from "icosian";
import { openTelemetry } from "icosian/opentelemetry";
import { version } from "../../package.json";
import { failure, flow, type NodeSketch } from "../runtime/module";

const exporter = new InMemorySpanExporter();
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });

beforeAll(() => {
  trace.setGlobalTracerProvider(provider);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
});
afterAll(() => {
  trace.disable();
  context.disable();
  propagation.disable();
});
beforeEach(() => exporter.reset());

const later = (milliseconds: number, value: unknown = milliseconds): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, milliseconds, value));
const driver = (sketches: Record<string, NodeSketch>) => new Builder().withModules(flow(sketches)).withAdapters(openTelemetry()).build();

/** The finished spans, each with its parent's name. */
function spans(): Record<string, ReadableSpan & { parent: string | undefined }> {
  const all = exporter.getFinishedSpans();
  const nameOf = (id: string | undefined): string | undefined => all.find((span) => span.spanContext().spanId === id)?.name;
  return Object.fromEntries(all.map((span) => [span.name, Object.assign(Object.create(span), { parent: nameOf(span.parentSpanContext?.spanId) })]));
}

test("a span for the run, below it one for each node, with attributes by the conventions", async () => {
  await driver({ A: { run: () => 1, more: { tags: { team: "growth" }, location: { line: 3, column: 14 } } }, B: { needs: ["A"], run: () => later(5), async: true, type: "string", more: { location: { line: 7, column: 5, file: "../other.ts" } } } }).execute(["B"]);
  const { "icosian.execute": run, A, B } = spans();
  expect(Object.keys(spans()).sort()).toEqual(["A", "B", "icosian.execute"]);
  expect(run!.attributes).toEqual({ "icosian.run.id": expect.any(String), "icosian.run.final_vars": ["B"], "icosian.run.nodes": 2 });
  expect([run!.parent, A!.parent, B!.parent]).toEqual([undefined, "icosian.execute", "icosian.execute"]);
  expect(A!.attributes).toEqual({ "code.function.name": "flow.A", "code.file.path": "flow.ts", "code.line.number": 3, "code.column.number": 14, "icosian.node.name": "A", "icosian.node.type": "number", "icosian.node.tag.team": "growth" });
  expect(B!.attributes).toMatchObject({ "code.function.name": "flow.B", "code.file.path": "../other.ts", "code.line.number": 7 });
  expect(A!.instrumentationScope).toMatchObject({ name: "icosian", version });
  expect([run!.status.code, A!.status.code]).toEqual([SpanStatusCode.UNSET, SpanStatusCode.UNSET]);
  expect(B!.links.map((link) => link.context)).toEqual([A!.spanContext()]);
  expect(B!.duration[1]).toBeGreaterThan(3e6);
});

test("what is recorded inside a node is below it, whatever runs beside it; the run is below what called it", async () => {
  const tracer = trace.getTracer("test");
  const inside = (name: string, wait: number) => async () => {
    await later(wait);
    return tracer.startActiveSpan(`in ${name}`, async (span: Span) => {
      await later(wait);
      span.end();
    });
  };
  const names = ["A", "B", "C", "D"];
  const dr = driver({ ...Object.fromEntries(names.map((name, index) => [name, { run: inside(name, 3 + ((index * 5) % 7)), async: true }])), E: { needs: names, run: () => tracer.startSpan("in E").end() } });
  await tracer.startActiveSpan("caller", async (span: Span) => {
    await dr.execute(["E"]);
    span.end();
  });
  const all = spans();
  expect(all["icosian.execute"]!.parent).toBe("caller");
  for (const name of [...names, "E"]) expect([all[name]!.parent, all[`in ${name}`]!.parent]).toEqual(["icosian.execute", name]);
  expect(new Set(exporter.getFinishedSpans().map((span) => span.spanContext().traceId)).size).toBe(1);
});

test("runs at the same time are trees of their own", async () => {
  const dr = driver({ A: { run: () => later(5), async: true }, B: { needs: ["A"], run: () => 1 } });
  await Promise.all([dr.execute(["B"]), dr.execute(["B"]), dr.execute(["B"])]);
  const all = exporter.getFinishedSpans();
  const roots = all.filter(({ parentSpanContext }) => parentSpanContext === undefined);
  expect(roots.map(({ name }) => name)).toEqual(Array(3).fill("icosian.execute"));
  for (const root of roots) {
    const below = all.filter(({ parentSpanContext }) => parentSpanContext?.spanId === root.spanContext().spanId);
    expect(below.map(({ name }) => name).sort()).toEqual(["A", "B"]);
  }
});

test("an error stands at its node, and marks the run", async () => {
  await failure(() => driver({ A: { run: () => 1 }, B: { needs: ["A"], run: () => Promise.reject(new RangeError("too far")), async: true }, C: { needs: ["B"], run: () => 1 } }).execute(["C"]));
  const { "icosian.execute": run, B, C } = spans();
  expect(C).toBeUndefined();
  expect([B!.status, B!.attributes["error.type"]]).toEqual([{ code: SpanStatusCode.ERROR, message: "too far" }, "RangeError"]);
  expect(B!.events).toMatchObject([{ name: "exception", attributes: { "exception.type": "RangeError", "exception.message": "too far" } }]);
  expect(run!.attributes["error.type"]).toBe("NodeError");
  expect(run!.status).toMatchObject({ code: SpanStatusCode.ERROR, message: expect.stringContaining("Node 'B' fails: too far.") });
  expect(run!.events).toEqual([]);
});

test.each([undefined, 5, "text", Object.create(null)])("what is thrown may be anything: %p", async (thrown) => {
  await failure(() => driver({ A: { run: () => { throw thrown; } } }).execute(["A"]));
  expect(spans()["A"]!.status.code).toBe(SpanStatusCode.ERROR);
  expect(spans()["A"]!.attributes["error.type"]).toBe(typeof thrown);
});

test("retries are events of one span", async () => {
  let tries = 0;
  const again = async () => (++tries < 3 ? Promise.reject(new Error("again")) : tries);
  expect(await driver({ A: { run: again, async: true } }).execute(["A"], { retry: 5 })).toEqual({ A: 3 });
  expect(exporter.getFinishedSpans().filter(({ name }) => name === "A")).toHaveLength(1);
  expect(spans()["A"]!.events.map(({ name, attributes }) => [name, attributes])).toEqual([
    ["retry", { "icosian.node.attempt": 2 }],
    ["retry", { "icosian.node.attempt": 3 }],
  ]);
  expect(spans()["A"]!.status.code).toBe(SpanStatusCode.UNSET);
});

test("an abort ends the span of what it leaves behind", async () => {
  const error = await failure(() => driver({ A: { run: () => new Promise(() => {}), async: true } }).execute(["A"], { signal: AbortSignal.timeout(10) }));
  expect(error.code).toBe("ICOSIAN_ABORTED");
  const { "icosian.execute": run, A } = spans();
  expect(A!.attributes["error.type"]).toBe("AbortError");
  expect(run!.attributes["error.type"]).toBe("AbortError");
  expect(run!.events).toMatchObject([{ name: "exception" }]);
});

test("without promises, a tracer and attributes of one's own; with no SDK at all, nothing happens", () => {
  const module = flow({ A: { needs: ["x"], run: (x) => x } });
  const tracer = provider.getTracer("mine");
  const own = new Builder().withModules(module).withAdapters(openTelemetry({ tracer, attributes: ({ inputs }) => ({ x: inputs["x"] as number }) })).build();
  expect(own.executeSync(["A"], { inputs: { x: 5 } })).toEqual({ A: 5 });
  expect(spans()["A"]).toMatchObject({ instrumentationScope: { name: "mine" }, attributes: { x: 5 } });
  trace.disable();
  expect(new Builder().withModules(module).withAdapters(openTelemetry()).build().executeSync(["A"], { inputs: { x: 5 } })).toEqual({ A: 5 });
  trace.setGlobalTracerProvider(provider);
});
