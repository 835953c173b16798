// Testing a dataflow: `icosian/testing`.
export type { Plain } from "./plain.js";
export type { Trace, TracedError, TracedNode, TraceOptions } from "./trace.js";
export { traceOf } from "./trace-of.js";
