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
  /** Each `@tag key value` of the doc comment, and what the option `tag` says. */
  tags?: Record<string, TagValue>;
  /** What must hold of the config, all of it, or else the node is not there. Absent: it always is. */
  when?: Condition[];
  /** Stands where no other variant of its name does. */
  otherwise?: true;
  /** Options of the engine that the declaration holds: read at run time, from the operation's `export`. */
  policies?: Policy[];
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
  /** The function's own name for it, where that is another: the key of a `named` call. */
  parameter?: string;
  /** Present where the engine provides the value itself: the run's `AbortSignal`. */
  provided?: "signal";
  /** Gathers what each item of a block came to, in order; `type` is the whole collection's. */
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
  /** Where in what a subdag declares it stands, in one of its modules; absent: it is the export itself. */
  path?: OptionPath;
  /** Present where that has a default. */
  hasDefault?: true;
}

/** One value, or several. */
export type TagValue = string | number | boolean | (string | number | boolean)[];

export type Policy = "retry" | "timeout" | "concurrency";

/** What the config has under a key is one of these values, or none of them. Where it lacks the key, `in` does not hold and `notIn` does. */
export type Condition = { key: string; in: ConfigLiteral[] } | { key: string; notIn: ConfigLiteral[] };

export type ConfigLiteral = string | number | boolean | null;

/** How the runtime gets a node's value: a closed set of operations. */
export type Compute = CallOperation | FieldOperation | AliasOperation | ValidateOperation | GateOperation;

/** Calls a function with the dependencies: in order, or as one object if `style` is `named`. */
export interface CallOperation {
  op: "call";
  export: string;
  /** Where in what the export declares the function stands; absent: it is the export's own. */
  path?: OptionPath;
  style?: "named";
  /** One for each parameter of the function, where they are not just the dependencies in order. */
  arguments?: Argument[];
  /** The names of `arguments` in the one object, where `style` is `named`. */
  keys?: string[];
}

/** What a parameter is given: a dependency by its position, a value of what the export declares, or several of these together. */
export type Argument = { dependency: number } | { value: OptionPath } | { list: Argument[] } | { record: Record<string, Argument> };

/**
 * A way through the options that an export declares, such as `["parameterize", "lag1", "days"]`; of a
 * subdag, its modules are there as `modules`. After `~` it goes on in the options of what it has found,
 * which is itself declared: `["modules", 0, "lag", "~", "parameterize", "lag1", "days"]`.
 */
export type OptionPath = (string | number)[];

/** A field of an object, an element of a tuple, or a column of a list of records: of the one dependency. */
export interface FieldOperation {
  op: "field";
  of: "object" | "tuple" | "rows";
  key: string | number;
  /** Where the value stands that takes its place if it is missing; without one, that is an error. */
  fill?: { export: string; path: OptionPath };
}

/** The one dependency as it is. */
export interface AliasOperation {
  op: "alias";
}

/** What a validator says of the one dependency: a `ValidationResult`. */
export interface ValidateOperation {
  op: "validate";
  export: string;
  path: OptionPath;
  importance: "warn" | "fail";
}

/** The first dependency, if of the others, its validators, none whose importance is `fail` has failed. */
export interface GateOperation {
  op: "gate";
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
