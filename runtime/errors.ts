import type { Problem } from "./problems.js";

/** The stable `code` of every error that icosian throws. */
export type ErrorCode =
  | "ICOSIAN_ARGUMENT"
  | "ICOSIAN_MANIFEST_MISSING"
  | "ICOSIAN_MANIFEST_MOCKED"
  | "ICOSIAN_MANIFEST_VERSION"
  | "ICOSIAN_MANIFEST_MALFORMED"
  | "ICOSIAN_MANIFEST_BEYOND_CORE"
  | "ICOSIAN_DUPLICATE_NODE"
  | "ICOSIAN_CYCLE"
  | "ICOSIAN_BLOCKS"
  | "ICOSIAN_INCOMPATIBLE_TYPES"
  | "ICOSIAN_CONFIG"
  | "ICOSIAN_REQUEST"
  | "ICOSIAN_NODE_FAILED"
  | "ICOSIAN_NODE_NOT_A_FUNCTION"
  | "ICOSIAN_NODE_RETURNED_PROMISE"
  | "ICOSIAN_NODE_NOT_ITERABLE"
  | "ICOSIAN_CHECK_FAILED"
  | "ICOSIAN_ABORTED"
  | "ICOSIAN_TIMEOUT"
  | "ICOSIAN_ADAPTER_FAILED"
  | "ICOSIAN_VALIDATION"
  | "ICOSIAN_PACKAGE_MISSING"
  | "ICOSIAN_PNG_UNAVAILABLE"
  | "ICOSIAN_DRAWING_FORMAT"
  | "ICOSIAN_DRAWING_NOT_SAVED";

/** What all errors of icosian are; `code` tells them apart where `instanceof` cannot (two copies of the package). */
export abstract class IcosianError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** A method was given what it does not take. */
export class ArgumentError extends IcosianError {
  static {
    this.prototype.name = "ArgumentError";
  }
  constructor(
    /** Such as `execute`. */
    readonly method: string,
    message: string,
    options?: { cause?: unknown },
  ) {
    super("ICOSIAN_ARGUMENT", message, options);
  }
}

/** A module that the compiler plugin has not seen, or whose manifest is of no use. */
export class ManifestError extends IcosianError {
  static {
    this.prototype.name = "ManifestError";
  }
  constructor(
    code: ErrorCode & `ICOSIAN_MANIFEST_${string}`,
    message: string,
    /** The module as it was given to `withModules`. */
    readonly module: object,
    options?: { cause?: unknown },
  ) {
    super(code, message, options);
  }
}

/** A module without a manifest: the plugin did not run over it. */
export class ManifestMissingError extends ManifestError {
  static {
    this.prototype.name = "ManifestMissingError";
  }
}

/** Names that two modules define. */
export class DuplicateNodeError extends IcosianError {
  static {
    this.prototype.name = "DuplicateNodeError";
  }
  constructor(
    message: string,
    /** Each with the names of its two modules. */
    readonly duplicates: readonly { readonly name: string; readonly modules: readonly [string, string] }[],
  ) {
    super("ICOSIAN_DUPLICATE_NODE", message);
  }
}

/** Nodes that need each other. */
export class CycleError extends IcosianError {
  static {
    this.prototype.name = "CycleError";
  }
  constructor(
    /** Each needs the next; the first stands again at the end. */
    readonly cycle: readonly string[],
  ) {
    super("ICOSIAN_CYCLE", `The dataflow has a cycle: ${cycle.join(" -> ")}. Break it by renaming a parameter or a node.`);
  }
}

/** A request that cannot run; nothing has run. `problems` holds everything that is wrong with it. */
export class RequestError extends IcosianError {
  static {
    this.prototype.name = "RequestError";
  }
  constructor(
    message: string,
    readonly problems: readonly Problem[],
  ) {
    super("ICOSIAN_REQUEST", message);
  }
}

/** A node that threw, or whose promise was rejected: with what stands in `cause`. */
export class NodeError extends IcosianError {
  static {
    this.prototype.name = "NodeError";
  }
  /** What the node got, by the names of its dependencies, where the run was asked to `captureInputs`. */
  declare readonly inputs?: Readonly<Record<string, unknown>>;

  /** Inside blocks: the position of the item, from 0, one for each block around the node, the outermost first. */
  declare readonly item?: readonly number[];
  constructor(
    code: ErrorCode & `ICOSIAN_NODE_${string}`,
    message: string,
    readonly node: string,
    /** From a final var down to the node: each needs the next. */
    readonly route: readonly string[],
    options?: { cause?: unknown; item?: readonly number[] },
  ) {
    super(code, message, options);
    if (options?.item) this.item = options.item;
  }
}

/** The run was aborted by its `signal`, whose reason is the `cause`. */
export class AbortError extends IcosianError {
  static {
    this.prototype.name = "AbortError";
  }
  constructor(reason: unknown) {
    super("ICOSIAN_ABORTED", "The run is aborted by its signal.", { cause: reason });
  }
}
