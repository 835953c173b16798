// Testing a dataflow: `icosian/testing`. What it watches with, the core does not have.
import "../every-feature.js";
export type { Plain } from "./plain.js";
export type { Trace, TracedError, TracedNode, TraceOptions } from "./trace.js";
export { traceOf } from "./trace-of.js";
