/** The vocabulary between the phases: plain readonly data. */
import type { FunctionNode, Node, SourceFile, Type } from "./compilers/port.js";
import type { Assignment, Explanation, Fit, NamedValue, TypePath } from "./compilers/questions.js";
import type { Compute, Condition, ConfigLiteral, JsonSchema, OptionPath, Policy, TagValue } from "../runtime/manifest.js";

/** A stretch of source text. */
export interface Place {
  readonly file: SourceFile;
  readonly start: number;
  readonly length: number;
}

/** What an export declares: a node by a function, or one and more by `node({ … }, fn)`. */
export interface Declaration {
  /** The export's. */
  readonly name: string;
  readonly place: Place;
  /** What is exported: a function or a variable. */
  readonly declaration: Node;
  /** What the function is, or the variable that holds it. */
  readonly holder: Node;
  readonly fn: FunctionNode;
  readonly style: "positional" | "named";
  /** Whether types that the function itself leaves out follow from what was written around it. */
  readonly isTypedByContext: boolean;
  readonly parameters: readonly Parameter[];
  readonly documentation: Documentation;
  /** What of its form no dataflow can have. */
  readonly flaws: readonly Flaw[];
  /** What `node({ … }, fn)` or `subdag([ … ], { … }, fn)` says beside its function. */
  readonly options?: WrittenObject | undefined;
  /** What a subdag stands on. */
  readonly modules?: WrittenList | undefined;
  /** How the project's text can name it, where it is no export. */
  readonly value?: NamedValue;
}

/** A `node(…)` or `subdag(…)` of which the text does not tell what it takes, or a declaration that a compiled package has. */
export interface UnreadableNode {
  readonly name: string;
  readonly unreadable: "options" | "function" | "modules" | "compiled";
  readonly place: Place;
}

/** An expression, as far as its text alone tells what it is. */
export type Written = WrittenObject | WrittenList | WrittenLiteral | WrittenCall | WrittenOther;

export interface WrittenObject {
  readonly kind: "object";
  readonly node: Node;
  readonly entries: readonly WrittenEntry[];
  /** The first of its members whose name the text does not tell. */
  readonly unnamed?: Node;
}

export interface WrittenEntry {
  readonly name: string;
  readonly place: Place;
  readonly value: Written;
}

export interface WrittenList {
  readonly kind: "list";
  readonly node: Node;
  readonly items: readonly Written[];
  /** The first `...` in it. */
  readonly spread?: Node;
}

export interface WrittenLiteral {
  readonly kind: "literal";
  readonly node: Node;
  readonly value: ConfigLiteral;
}

/** A call of `source`, `group` or `step`. */
export interface WrittenCall {
  readonly kind: "source" | "group" | "step";
  readonly node: Node;
  readonly arguments: readonly Written[];
}

export interface WrittenOther {
  readonly kind: "other";
  readonly node: Node;
  /** The object in which it is a shorthand: it has no expression of its own. */
  readonly shorthandIn?: Node;
}

export interface Parameter {
  readonly name: string;
  readonly place: Place;
  /** Its position, and below it the property's name where one destructured object is taken. */
  readonly index: number;
  readonly property?: string | undefined;
  /** Whether `?`, a default or a written `undefined` lets it be left out; its type may say so as well. */
  readonly mayBeOmitted: boolean;
  /** Whether its type was written, or follows from something that was. */
  readonly isTyped: boolean;
}

export type FlawKind = "nestedPattern" | "arrayPattern" | "patternAmongOthers" | "patternRest" | "computedName" | "restParameter" | "thisParameter" | "overloads" | "untypedInNode";

export interface Flaw {
  readonly kind: FlawKind;
  readonly place: Place;
}

export interface Documentation {
  readonly doc?: string | undefined;
  readonly deprecated?: string | undefined;
  readonly tags?: Readonly<Record<string, TagValue>> | undefined;
  readonly isNotNode: boolean;
}

/** A dataflow module, analyzed. */
export interface Dataflow {
  readonly file: SourceFile;
  readonly nodes: readonly FlowNode[];
  readonly inputs: readonly FlowInput[];
  readonly declaredInputs: readonly DeclaredInput[];
  /** What does not fit where a generic node stands at either end. */
  readonly misfits: readonly EdgeMisfit[];
  /** What is wrong in the options of its declarations. */
  readonly faults: readonly Finding[];
  /** What such a fault leaves open: which nodes there are, or merely what they ask for. */
  readonly leftOpen?: "nodes" | "needs";
}

export interface EdgeMisfit extends Edge {
  readonly explanation: Explanation;
}

/** A node's result where a parameter has its name. */
export interface Edge {
  readonly producer: FlowNode;
  readonly consumer: FlowNode;
  readonly dependency: FlowDependency;
}

export interface FlowNode {
  readonly name: string;
  /** The module that exports it under this name. */
  readonly module: SourceFile;
  readonly declared: Declaration;
  /** Where its name is written. */
  readonly place: Place;
  readonly documentation: Documentation;
  readonly compute: Compute;
  /** What it calls, where a path leads there. */
  readonly callee?: NamedValue;
  /** Of an inner node: where the innermost subdag that it is in is given what makes it. */
  readonly givenAt?: Place;
  /** The subdags that give it values of theirs. */
  readonly boundBy?: readonly Declaration[];
  /** Holds of the config, or else the node is not there: all of them. */
  readonly when: readonly Condition[];
  /** Whether it stands where no other variant of its name does. */
  readonly isOtherwise: boolean;
  readonly policies: readonly Policy[];
  /** What its value is, once awaited; of a node that opens a block, the type of an item. */
  readonly type: Type;
  readonly typeText: string;
  /** How the project's text can name that type. */
  readonly path: TypePath;
  readonly isGeneric: boolean;
  /** Set where a fault leaves its name and nothing else: it is judged by nothing. */
  readonly isLost?: true;
  readonly async: boolean;
  /** Of a node that opens a block: what it returns, once awaited. */
  readonly parallel?: Type | undefined;
  readonly schema?: JsonSchema | undefined;
  readonly dependencies: readonly FlowDependency[];
}

export interface FlowDependency {
  readonly name: string;
  /** Where it is asked for. */
  readonly place: Place;
  /** The function's parameter that takes it, or takes it as a part. */
  readonly parameter?: Parameter | undefined;
  readonly type: Type;
  /** How the project's text can name that type. */
  readonly path: TypePath;
  readonly typeText: string;
  readonly isGeneric: boolean;
  readonly optional: boolean;
  readonly provided?: "signal" | undefined;
  /** Where it gathers a block: what each item has to come to. */
  readonly collect?: Type | undefined;
}

/** An input that a module declares by `input<T>({ … })`. */
export interface DeclaredInput {
  readonly name: string;
  readonly module: SourceFile;
  readonly place: Place;
  readonly type: Type;
  /** How the project's text can name that type. */
  readonly path: TypePath;
  readonly hasDefault: boolean;
  readonly doc?: string;
  /** What judges its values. */
  readonly validator?: Node;
  /** Options that are there and not written as an object literal: what is in them cannot be told. */
  readonly unreadable?: Node;
  /** Set where a module of a subdag declares it: the subdag's export, and where it stands in the options of that. */
  readonly within?: { readonly export: string; readonly path: OptionPath };
}

export interface FlowInput {
  readonly name: string;
  readonly typeText: string;
  readonly optional: boolean;
  readonly schema?: JsonSchema;
  readonly consumers: readonly Consumer[];
  /** Those of the consumers whose types together make the input's. */
  readonly demands: readonly Consumer[];
  readonly declared?: DeclaredInput;
  /** Set where no value can have the type that its consumers ask for together. */
  readonly impossible?: true;
}

/** One use of a name: a parameter of a node. */
export interface Consumer {
  readonly node: FlowNode;
  readonly dependency: FlowDependency;
}

/** What the analysis of a whole project leaves. */
export interface Analysis {
  readonly dataflows: ReadonlyMap<SourceFile, Dataflow>;
  readonly findings: readonly Finding[];
}

/** Something to report: an entry of the catalogue, filled in, at its place. */
export interface Finding {
  readonly code: number;
  readonly text: string;
  readonly place?: Place;
  readonly explanation?: Explanation;
  /** The assignment that TypeScript is asked to explain. */
  readonly assignment?: Assignment;
  /** The fit that TypeScript is asked to confirm: where it sees no misfit, there is nothing to report. */
  readonly fit?: Fit;
  readonly related: readonly Finding[];
}
