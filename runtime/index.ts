// `icosian`: what every feature adds to the core.
import "./every-feature.js";

// Building and running a dataflow, errors, and drawing.
export * from "./core.js";
export type { BuiltBy } from "./types.js";

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
export { type CertainStep, step, type Step } from "./declare/step.js";
export { subdag, type Subdag, type SubdagDeclaration, type SubdagOptions } from "./declare/subdag.js";
export type { ValidationIssue, ValidationResult } from "./declare/validation-result.js";
// Whole, so that `declare module "icosian"` can add to its interface.
export * from "./declare/tags.js";

// What a driver tells.
export type { ExplainedVariant } from "./declare/explained-variant.js";
export type { ExplainedPlan, ExplainedStep, ExplainedValue, SkippedNode } from "./questions/explain-plan.js";
export type { InputSchema } from "./questions/input-schema.js";
export type { Variable } from "./questions/variable.js";

// More errors.
export { BlockError, type BlockProblem } from "./blocks/block-error.js";
export { CheckError } from "./declare/check-error.js";
export { TimeoutError } from "./govern/timeout-error.js";
export type { InnerNodeProblem, InvalidInputProblem } from "./problems.js";

// More of the manifest.
export type {
  AliasOperation,
  Argument,
  CallOperation,
  Compute,
  Condition,
  ConfigLiteral,
  FieldOperation,
  GateOperation,
  Location,
  ManifestDependency,
  ManifestInput,
  ManifestNode,
  OptionPath,
  Policy,
  TagValue,
  ValidateOperation,
} from "./manifest.js";
