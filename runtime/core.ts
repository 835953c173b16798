// Building and running a dataflow of plain functions: `icosian/core`, which is `icosian` less what `every-feature.ts` loads.
export { Builder } from "./builder.js";
export { Driver } from "./driver.js";
export type { Executed, ExecuteOptions, Merge, NodesOf, NotANode, RequestOptions, Results, Values, WithModules } from "./types.js";

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
export type { MissingInputProblem, Problem, UnknownNameProblem, WrongTypeProblem } from "./problems.js";
export { DrawingError } from "./drawing/drawing-error.js";

// The manifest.
export { type JsonSchema, type Manifest, MANIFEST_VERSION } from "./manifest.js";

// Drawing.
export type { Drawing, DrawingOptions } from "./drawing/drawing.js";
