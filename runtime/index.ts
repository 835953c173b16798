// All that a dataflow can do; `icosian/core` is the same without it.
import "./every-feature.js";

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
export { collectChecks, type QualityReport } from "./declare/collect-checks.js";
export type { Collect } from "./declare/collect.js";
export type { Conditions } from "./declare/conditions.js";
export { group, type Group } from "./declare/group.js";
export { input, type Input, type InputOptions } from "./declare/input.js";
export type { Entry } from "./declare/names.js";
export { node, type Node, type NodeDeclaration } from "./declare/node.js";
export type { NodeEntries } from "./declare/node-entries.js";
export type { AnyFunction, Bindings, Check, Importance, NodeOptions, Predicate } from "./declare/node-options.js";
export type { Parallelizable } from "./declare/parallelizable.js";
export type { NodeCheck } from "./declare/report-checks.js";
export { source, type NodeSource } from "./declare/source.js";
export type { StandardIssue, StandardResult, StandardSchema } from "./declare/standard-schema.js";
export { step, type Step } from "./declare/step.js";
export { subdag, type Subdag, type SubdagDeclaration, type SubdagOptions } from "./declare/subdag.js";
export type { ValidationIssue, ValidationResult } from "./declare/validation-result.js";
// Whole, so that `declare module "icosian"` can add to its interface.
export * from "./declare/tags.js";

// What a driver tells.
export type { ExplainedVariant } from "./declare/explained-variant.js";
export type { ExplainedPlan, ExplainedStep, ExplainedValue, SkippedNode } from "./questions/explain-plan.js";
export type { InputSchema } from "./questions/input-schema.js";
export type { Variable } from "./questions/variable.js";

// Errors.
export { BlockError, type BlockProblem } from "./blocks/block-error.js";
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
export type { InnerNodeProblem, InvalidInputProblem, MissingInputProblem, Problem, UnknownNameProblem, WrongTypeProblem } from "./problems.js";
export { CheckError } from "./declare/check-error.js";
export { TimeoutError } from "./govern/timeout-error.js";
export { ConfigError } from "./config-error.js";
export { IncompatibleTypesError } from "./incompatible-types-error.js";
export { DrawingError } from "./drawing/drawing-error.js";

// The manifest.
export {
  type AliasOperation,
  type Argument,
  type CallOperation,
  type Compute,
  type Condition,
  type ConfigLiteral,
  type FieldOperation,
  type GateOperation,
  type JsonSchema,
  type Location,
  type Manifest,
  MANIFEST_VERSION,
  type ManifestDependency,
  type ManifestInput,
  type ManifestNode,
  type OptionPath,
  type Policy,
  type TagValue,
  type ValidateOperation,
} from "./manifest.js";

// Drawing.
export type { Drawing, DrawingOptions } from "./drawing/drawing.js";
