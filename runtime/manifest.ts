/**
 * The manifest: the contract between the compiler plugin, which writes it, and the runtime, which
 * reads it. Plain JSON; the same source gives the same bytes.
 *
 * Stands as `NAME.manifest.json` beside the emitted `NAME.js`, and is what the module's own
 * `$manifest()` returns.
 */
export interface Manifest {
  manifestVersion: 1;
  /** The module's file name without its last extension. */
  module: string;
  /** The source file, relative to the manifest, with forward slashes. */
  source: string;
  /** In source order. */
  nodes: ManifestNode[];
  /** What parameters ask for and no node of this module provides, in order of first use. */
  inputs: ManifestInput[];
}

/** The `manifestVersion` that this package writes and reads. */
export const MANIFEST_VERSION = 1;

export interface ManifestNode {
  name: string;
  /** The awaited return type, or that of an item if `parallel`, as TypeScript prints it; past 1,000 characters cut with `…`. */
  type: string;
  /** The doc comment's text. */
  doc?: string;
  /** The text of `@deprecated`, empty if the tag has none. */
  deprecated?: string;
  /** Each `@tag key value` of the doc comment. */
  tags?: Record<string, string>;
  /** In the order in which `compute` takes them. */
  dependencies: ManifestDependency[];
  compute: Compute;
  /** Whether the return type is, or includes, a promise. */
  async: boolean;
  /** A hash of the function and of what it reaches in its own file; comments and layout do not count. */
  version?: string;
  /** Present where the value is iterated: each item runs the nodes that depend on it, up to those that collect. */
  parallel?: true;
  /** Of the awaited value, or of an item if `parallel`; absent where JSON Schema cannot say the type exactly. */
  schema?: JsonSchema;
  location: Location;
}

export interface ManifestDependency {
  name: string;
  type: string;
  /** Whether the node can run without it. */
  optional: boolean;
  /** Present where the engine provides the value itself: the run's `AbortSignal`. */
  provided?: "signal";
  /** Present where it gathers what each item of a block came to; `type` is that of the whole collection. */
  collect?: true;
}

export interface ManifestInput {
  name: string;
  /** What satisfies all of the module's consumers at once. */
  type: string;
  /** Whether every consumer can run without it, or it has a default. */
  optional: boolean;
  schema?: JsonSchema;
  /** The text of its declaration. */
  doc?: string;
  /** The member of the module that declares it: its default and its validator are there. */
  export?: string;
  /** Present where that has a default. */
  hasDefault?: true;
}

/** How the runtime gets a node's value: a closed set of operations. */
export type Compute = CallOperation;

/** Calls an export of the module with the dependencies: in order, or as one object if `style` is `named`. */
export interface CallOperation {
  op: "call";
  export: string;
  style?: "named";
}

/** Where a node stands in the source; both numbers count from 1. */
export interface Location {
  line: number;
  column: number;
  /** Relative to the manifest; present where it is not the manifest's own `source`. */
  file?: string;
}

/** The closed subset of JSON Schema 2020-12 that is written and checked. The empty schema allows everything. */
export interface JsonSchema {
  /** `#/$defs/NAME`, against the root schema. */
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  type?: "string" | "number" | "boolean" | "null" | "array" | "object";
  enum?: (string | number | boolean | null)[];
  anyOf?: JsonSchema[];
  prefixItems?: JsonSchema[];
  /** `false` after `prefixItems`: no further element. */
  items?: JsonSchema | false;
  minItems?: number;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema;
}
