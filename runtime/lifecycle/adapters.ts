// The lifecycle adapters that come with icosian; `icosian/opentelemetry` has one more.
export { checkOutputs, type CheckOutputsOptions } from "./check-outputs.js";
export { FAILED, gracefulErrors, type GracefulErrorsOptions } from "./graceful-errors.js";
export { MissingPackageError } from "./missing-package-error.js";
export { progress, type ProgressOptions, type ProgressStream } from "./progress.js";
export { type NodeTimings, type RunTimings, timings, type TimingsOptions } from "./timings.js";
export { timingsTable } from "./timings-table.js";
