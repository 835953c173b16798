import { type Attributes, trace, type Tracer } from "@opentelemetry/api";
import type { LifecycleAdapter, NodeExecution } from "./adapter.js";
import { TracedRun } from "./traced-run.js";
import { VERSION } from "./version.js";

export interface OpenTelemetryOptions {
  /** Makes the spans: that of the global provider, named `icosian` and with this package's version, unless given. */
  readonly tracer?: Tracer;
  /** More attributes for the span of a node, such as some of its inputs; values are never recorded otherwise. */
  readonly attributes?: (event: NodeExecution) => Attributes;
}

/**
 * Records a span for each run and below it one for each node, with its retries as events, a link to the node that it
 * waited for, and its error. A node runs inside its span: what other instrumentation records there is below it.
 *
 * ```ts
 * import { Builder } from "icosian";
 * import { openTelemetry } from "icosian/opentelemetry";
 * import * as flow from "./my_dataflow.js";
 *
 * const dr = new Builder().withModules(flow).withAdapters(openTelemetry()).build();
 * await dr.execute(["B"]); // => { B: 35 / 3 }
 * ```
 */
export function openTelemetry({ tracer = trace.getTracer("icosian", VERSION), attributes }: OpenTelemetryOptions = {}): LifecycleAdapter {
  const runs = new Map<string, TracedRun>();
  return {
    name: "openTelemetry",
    beforeGraphExecution: (event) => void runs.set(event.runId, new TracedRun(tracer, event)),
    beforeNodeExecution: (event) => runs.get(event.runId)?.attempt(event),
    aroundNodeExecution(event, next) {
      const run = runs.get(event.runId);
      return run === undefined ? next() : run.around(event, next, attributes?.(event));
    },
    afterGraphExecution(event) {
      runs.get(event.runId)?.end(event.success ? undefined : { error: event.error });
      runs.delete(event.runId);
    },
  };
}
