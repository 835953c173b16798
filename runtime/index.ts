// Building and running a dataflow.
export { Builder } from "./builder.js";
export { Driver } from "./driver.js";
export type { BuiltBy, Executed, ExecuteOptions, Merge, NodesOf, NotANode, RequestOptions, Results, Values, WithModules } from "./types.js";

// How a run treats its nodes.
export type { OnError, PerNode, PoolLimits, RetryPolicy, RunPolicies } from "./govern/options.js";
export type { ExecutionReport } from "./govern/report.js";

// Lifecycle adapters.
export type {
  BuildEnd,
  BuildStart,
  Findings,
  GraphExecution,
  LifecycleAdapter,
  NodeExecution,
  Outcome,
} from "./lifecycle/adapter.js";
export { AdapterError, type HookName } from "./lifecycle/adapter-error.js";
export { type Finding, ValidationError } from "./lifecycle/validation-error.js";

// What a module says of itself.
export type { Collect } from "./declare/collect.js";
export { input, type Input, type InputOptions, type StandardIssue, type StandardResult, type StandardSchema } from "./declare/input.js";
export type { Parallelizable } from "./declare/parallelizable.js";

// What a driver tells.
export type { ExplainedPlan, ExplainedStep, ExplainedValue, SkippedNode } from "./explain-plan.js";
export type { InputSchema } from "./input-schema.js";
export type { Variable } from "./variable.js";

// Errors.
export {
  AbortError,
  ArgumentError,
  ConfigError,
  CycleError,
  DuplicateNodeError,
  type ErrorCode,
  IcosianError,
  IncompatibleTypesError,
  ManifestError,
  ManifestMissingError,
  NodeError,
  RequestError,
  TimeoutError,
} from "./errors.js";
export type { InvalidInputProblem, MissingInputProblem, Problem, UnknownNameProblem, WrongTypeProblem } from "./problems.js";
export { DrawingError } from "./drawing/drawing-error.js";

// The manifest.
export {
  type CallOperation,
  type Compute,
  type JsonSchema,
  type Location,
  type Manifest,
  MANIFEST_VERSION,
  type ManifestDependency,
  type ManifestInput,
  type ManifestNode,
} from "./manifest.js";

// Drawing.
export type { Drawing, DrawingOptions } from "./drawing/drawing.js";
