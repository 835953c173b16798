/**
 * The port: all that the analysis knows of a compiler. One adapter stands behind it for each kind of
 * compiler; this folder is the only one that imports one.
 */
import type ts from "typescript";
import type { ProbeAnswers, ProbeQuestions } from "./questions.js";
import type { Syntax } from "./syntax.js";

export type Node = ts.Node;
export type SourceFile = ts.SourceFile;
export type Identifier = ts.Identifier;
export type Expression = ts.Expression;
export type CallExpression = ts.CallExpression;
export type FunctionNode = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression | ts.FunctionTypeNode;
export type ParameterNode = ts.ParameterDeclaration;
export type BindingElement = ts.BindingElement;
export type VariableDeclaration = ts.VariableDeclaration;

export type { Syntax };

/** One compilation, as the analysis sees it. */
export interface Project {
  readonly syntax: Syntax;
  readonly types: Types;
  /** The folder that globs are relative to: that of the tsconfig, else the working directory. */
  readonly root: string;
  /** Every source file that is no declaration, in the compiler's order. */
  readonly files: readonly SourceFile[];
  /** Where a file, be it a declaration or not, stands in that order. */
  rankOf(file: SourceFile): number;
  readonly noImplicitAny: boolean;
  /** The file that a module specifier (a string literal) resolves to. */
  moduleAt(specifier: Node): SourceFile | undefined;
  /** What an identifier stands for, through imports and re-exports; a source file for a namespace. */
  declarationOf(identifier: Node): Node | undefined;
  exportsOf(file: SourceFile): readonly Export[];
  /** Whether an expression is one of our Builders. */
  isBuilder(expression: Node): boolean;
  /** Whether an expression is one of our Drivers. */
  isDriver(expression: Node): boolean;
  /** Where TypeScript itself has an error to report in the file. */
  errorsIn(file: SourceFile): readonly { readonly start: number; readonly length: number }[];
  readFile(fileName: string): string | undefined;
  fileExists(fileName: string): boolean;
  /** Opens a second look at this project in which type expressions of our own can stand. */
  probe(questions: ProbeQuestions): ProbeAnswers;
}

/** One exported value, its aliases resolved. */
export interface Export {
  readonly name: string;
  readonly declarations: readonly Node[];
}

declare const opaque: unique symbol;
/** A compiler's type; only `Types` can look inside. The same type is the same object. */
export interface Type {
  readonly [opaque]: never;
}

export interface Types {
  /** The function as a caller sees it: `declaration` is what is exported, `fn` the function it holds. */
  signatureOf(declaration: Node, fn: FunctionNode): Signature;
  /** The ways in which a value of the type can be called: several where it is overloaded. */
  callsOf(type: Type): readonly Call[];
  /** The type of an expression, as it stands. */
  typeAt(expression: Node): Type;
  awaited(type: Type): Type;
  /** Whether the type is a promise, or a union that includes one. */
  includesPromise(type: Type): boolean;
  includesUndefined(type: Type): boolean;
  isAny(type: Type): boolean;
  /** The `any` that stands for a type which could not be resolved; TypeScript has reported it. */
  isError(type: Type): boolean;
  isAssignable(from: Type, to: Type): boolean;
  /** `isAssignable`, where `undefined` in `from` is welcome. */
  isAssignableToOptional(from: Type, to: Type): boolean;
  propertyOf(type: Type, name: string): Property | undefined;
  /** As TypeScript prints it, never truncated, without absolute paths. */
  textOf(type: Type): string;
  /** The name it was declared under, if any. */
  nameOf(type: Type): string | undefined;
  shapeOf(type: Type): Shape;
}

/** A type that `isGeneric` mentions a type parameter of the signature: only a call can tell what it is. */
export interface Signature {
  readonly returnType: Type;
  readonly isGeneric: boolean;
  readonly parameters: readonly SignatureParameter[];
}

export interface SignatureParameter {
  readonly type: Type;
  readonly isGeneric: boolean;
  readonly optional: boolean;
}

/** One way to call a function, as far as its type tells. */
export interface Call {
  readonly returnType: Type;
  /** Whether it has type parameters: only a call can tell what they are. */
  readonly isGeneric: boolean;
  readonly parameters: readonly CallParameter[];
}

export interface CallParameter {
  /** Undefined where it is a pattern. */
  readonly name: string | undefined;
  readonly type: Type;
  readonly optional: boolean;
  /** Whether it takes all arguments from here on; its type is that of their list. */
  readonly isRest: boolean;
}

export interface Property {
  readonly name: string;
  readonly type: Type;
  readonly optional: boolean;
  /** Whether no property is declared, and an index signature speaks for it. */
  readonly isIndexed?: true;
}

/** What a type is made of, as far as values can tell. */
export type Shape =
  | { readonly kind: "any" | "unknown" | "string" | "number" | "boolean" | "null" | "undefined" | "never" | "other-primitive" }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "union"; readonly types: readonly Type[] }
  | { readonly kind: "array"; readonly element: Type }
  | { readonly kind: "tuple"; readonly elements: readonly TupleElement[] }
  | { readonly kind: "object"; readonly properties: readonly Property[]; readonly index?: Type; readonly hasMore: boolean }
  /** A primitive joined with an object type. */
  | { readonly kind: "brand" }
  | { readonly kind: "other" };

export interface TupleElement {
  readonly type: Type;
  readonly kind: "required" | "optional" | "rest" | "variadic";
}
