// Building and running a dataflow.
export { Builder } from "./builder.js";
export { Driver } from "./driver.js";
export type { ExecuteOptions, Merge, NodesOf, NotANode, RequestOptions, Results, Values, WithModules } from "./types.js";

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
