/** What is asked of a second look at a project, in which type expressions of our own can stand; part of the port. */
import type { Node, SourceFile, Type, Types } from "./port.js";

/** A value that the project's text can name. */
export type NamedValue =
  | { readonly file: SourceFile; readonly export: string }
  /** What an expression comes to, or a member of that: a copy of it is given a name. */
  | { readonly expression: Node; readonly member?: string };

/** A type that the project's text can name. */
export type TypePath =
  | (NamedValue & { readonly of: "value" })
  /** What a function returns, once awaited. */
  | (NamedValue & { readonly of: "result" })
  | (NamedValue & { readonly of: "parameter"; readonly index: number; readonly property?: string | undefined })
  /** What a declared input is. */
  | (NamedValue & { readonly of: "input" })
  /** What the type of a declaration says of one of its nodes. */
  | (NamedValue & { readonly of: "entry"; readonly name: string })
  /** What lies at a key of an object, or at an index of a tuple. */
  | { readonly of: "member"; readonly in: TypePath; readonly key: string | number }
  /** What an array holds. */
  | { readonly of: "element"; readonly in: TypePath }
  /** What one of the question's calls returns, once awaited. */
  | { readonly of: "call"; readonly call: ProbeCall }
  /** What a type of ours holds, as the property says that brands it. */
  | { readonly of: "item"; readonly brand: string; readonly in: TypePath }
  /** What is left without `undefined`. */
  | { readonly of: "defined"; readonly in: TypePath }
  | { readonly of: "tuple"; readonly elements: readonly TypePath[] }
  | { readonly of: "record"; readonly members: Readonly<Record<string, TypePath>> }
  /** An array. */
  | { readonly of: "list"; readonly in: TypePath }
  | { readonly of: "literal"; readonly value: string | number | boolean | null }
  /** What nobody knows yet. */
  | { readonly of: "any" }
  /** The type of what is left out. */
  | { readonly of: "undefined" };

/** A call of a function with arguments of these types, in order or as one object. */
export interface ProbeCall {
  readonly fn: NamedValue;
  readonly style: "positional" | "named";
  readonly arguments: readonly { readonly name: string; readonly type: TypePath }[];
}

/** A value of one type where another is asked for. */
export interface Assignment {
  readonly from: TypePath;
  readonly to: TypePath;
  /** Asked is only whether it may be: whether the one type leaves room for the other. */
  readonly isLoose?: true;
}

export interface ProbeQuestions {
  /** Each may use the results of those before it. */
  readonly calls: readonly ProbeCall[];
  readonly assignments: readonly Assignment[];
  readonly intersections: readonly (readonly TypePath[])[];
  readonly fits: readonly Fit[];
}

/** An expression, or what lies at a path of properties in it, that all of these types are asked of. */
export interface Fit {
  readonly expression: Node;
  readonly path: readonly string[];
  /** Whether there is such a property in every run. */
  readonly isCertain: boolean;
  /** Asked of a copy at the end of the file: the type that is asked for hangs on what stands around the expression. */
  readonly isCopied?: true;
  readonly to: readonly TypePath[];
}

export interface ProbeAnswers {
  readonly calls: readonly CallAnswer[];
  /** TypeScript's own words on each assignment; undefined where it has none. */
  readonly explanations: readonly (Explanation | undefined)[];
  readonly intersections: readonly { readonly types: Types; readonly type: Type }[];
  /** Where within an expression TypeScript objects, and in which words; undefined where it fits. */
  readonly misfits: readonly (Misfit | undefined)[];
}

export interface CallAnswer {
  readonly types: Types;
  /** What the call returns, once awaited. */
  readonly type: Type;
  /** TypeScript's own words on each argument; undefined where it fits. */
  readonly arguments: readonly (Explanation | undefined)[];
}

export interface Misfit {
  readonly start: number;
  readonly length: number;
  readonly explanation: Explanation;
}

/** A message and what follows from it, as TypeScript nests them. */
export interface Explanation {
  readonly code: number;
  readonly text: string;
  readonly next: readonly Explanation[];
}
