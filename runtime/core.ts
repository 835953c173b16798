/**
 * Building and running a dataflow of plain functions, for browsers above all: `icosian/core` is `icosian` less what
 * `every-feature.ts` loads. The classes are the same; what only the rest can do says so where it is met.
 *
 * ```ts
 * import { Builder } from "icosian/core";
 * import * as flow from "./my_dataflow.js";
 *
 * new Builder().withModules(flow).build().executeSync(["B"], { overrides: { A: 6 } }); // => { B: 2 }
 * ```
 */
export { Builder } from "./builder.js";
export { Driver } from "./driver.js";
// Declaration files of what users export name these.
export type { AddConfig, AddModules, Origin } from "./origin.js";
export type { Executed, ExecuteOptions, Members, Merge, NodesOf, NotANode, RequestOptions, Results, Values, WithModules } from "./types.js";

// Errors.
export {
  AbortError,
  ArgumentError,
  CycleError,
  DuplicateNodeError,
  type ErrorCode,
  IcosianError,
  ManifestError,
  ManifestMissingError,
  NodeError,
  RequestError,
} from "./errors.js";
export type { MissingInputProblem, Problem, UnknownNameProblem, WrongTypeProblem } from "./problems.js";
export { ConfigError } from "./config-error.js";
export { IncompatibleTypesError } from "./incompatible-types-error.js";
export { DrawingError } from "./drawing/drawing-error.js";

// The manifest.
export { type JsonSchema, type Manifest, MANIFEST_VERSION } from "./manifest.js";

// Drawing.
export type { Drawing, DrawingOptions } from "./drawing/drawing.js";
