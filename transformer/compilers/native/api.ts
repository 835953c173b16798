/**
 * What this adapter uses of TypeScript 7's own API, as its versions have it in common. The nodes that
 * it decodes have the names and properties of TypeScript's syntax everywhere else.
 */
import type { Node, SourceFile } from "../port.js";

export interface NativeApi {
  readonly API: new (options: { readonly cwd: string; readonly fs: Readonly<Record<string, unknown>> }) => NativeConnection;
  readonly TypeFlags: Flags<TypeFlag>;
  readonly ObjectFlags: Flags<"Reference">;
  readonly SymbolFlags: Flags<"Alias" | "Method" | "Optional">;
  readonly ElementFlags: Flags<"Required" | "Optional" | "Rest">;
  readonly ModifierFlags: Flags<"Private" | "Protected">;
  readonly SignatureKind: Flags<"Call" | "Construct">;
}

type Flags<Name extends string> = Readonly<Record<Name, number>>;
type TypeFlag =
  | "Any" | "Unknown" | "Never" | "Null" | "Undefined" | "String" | "Number" | "Boolean" | "BooleanLiteral" | "StringLiteral" | "NumberLiteral"
  | "Union" | "Intersection" | "Object" | "StringLike" | "NumberLike" | "BigIntLike" | "BooleanLike" | "ESSymbolLike" | "Void" | "TypeParameter";

/** A process of the compiler that answers questions. */
export interface NativeConnection {
  /** Since 7.1. */
  createSnapshot?(changes: SnapshotChanges): NativeSnapshot;
  /** Until 7.0. */
  updateSnapshot?(changes: SnapshotChanges): NativeSnapshot;
  /** Since 7.1: several requests as one. */
  batch?(...requests: unknown[]): unknown[];
  close(): void;
  /** Unpublished: the process itself. */
  readonly client?: { readonly channel?: { readonly child?: { kill(signal: "SIGKILL"): void } } };
}

export interface SnapshotChanges {
  readonly openProjects?: readonly string[];
  readonly closeProjects?: readonly string[];
  /** Until 7.0. */
  readonly fileChanges?: FileChanges;
  /** Since 7.1; what is known to have changed is opened anew only where programs are ensured. */
  readonly fileNotifications?: FileChanges;
  readonly ensurePrograms?: true;
}

export type FileChanges = { readonly invalidateAll: true } | { readonly changed: readonly string[] };

export interface NativeSnapshot {
  getProjects(): readonly NativeProject[];
  /** Since 7.1. */
  update?(changes: SnapshotChanges): NativeSnapshot;
  dispose(): void;
}

export interface NativeProject {
  readonly configFileName: string;
  readonly program: NativeProgram;
  readonly checker: NativeChecker;
  /** Until 7.0. */
  readonly rootFiles?: readonly string[];
  /** Since 7.1. */
  readonly parsedCommandLine?: { readonly fileNames: readonly string[] };
}

export interface NativeProgram {
  getCompilerOptions(): Readonly<Record<string, unknown>>;
  getSourceFile(fileName: string): SourceFile | undefined;
  getSourceFileNames(): readonly string[];
  getSyntacticDiagnostics(): readonly NativeDiagnostic[];
  getSemanticDiagnostics(fileName: string): readonly NativeDiagnostic[];
  getProgramDiagnostics(): readonly NativeDiagnostic[];
  getConfigFileParsingDiagnostics(): readonly NativeDiagnostic[];
}

export interface NativeDiagnostic {
  readonly pos: number;
  readonly end: number;
  readonly code: number;
  readonly text: string;
  readonly messageChain?: readonly NativeDiagnostic[];
}

export interface NativeChecker {
  getSymbolAtLocation(node: Node): NativeSymbol | undefined;
  getShorthandAssignmentValueSymbol(node: Node): NativeSymbol | undefined;
  getAliasedSymbol(symbol: NativeSymbol): NativeSymbol;
  getExportsOfModule(symbol: NativeSymbol): readonly NativeSymbol[];
  getTypeAtLocation(node: Node): NativeType;
  getTypeAtLocation(nodes: readonly Node[]): readonly NativeType[];
  getTypeOfSymbol(symbols: readonly NativeSymbol[]): readonly NativeType[];
  getSignaturesOfType(type: NativeType, kind: number): readonly NativeSignature[];
  getReturnTypeOfSignature(signature: NativeSignature): NativeType;
  getParameterType(signature: NativeSignature, index: number): NativeType | undefined;
  getNonNullableType(type: NativeType): NativeType;
  getBaseConstraintOfType(type: NativeType): NativeType | undefined;
  getPropertyOfType(type: NativeType, name: string): NativeSymbol | undefined;
  getPropertiesOfType(type: NativeType): readonly NativeSymbol[];
  getIndexInfosOfType(type: NativeType): readonly { readonly keyType: NativeType; readonly valueType: NativeType }[];
  getTypeArguments(type: NativeType): readonly NativeType[];
  getNeverType(): NativeType;
  /** Since 7.1. */
  getAwaitedType?(type: NativeType): NativeType | undefined;
  isTypeAssignableTo(from: NativeType, to: NativeType): boolean;
  isArrayType(type: NativeType): boolean;
  isTupleType(type: NativeType): boolean;
  typeToString(type: NativeType, enclosing: undefined, flags: number): string;
}

/** The same type is the same object. */
export interface NativeType {
  readonly id: number;
  readonly flags: number;
  readonly objectFlags?: number;
  readonly intrinsicName?: string;
  readonly value?: string | number | boolean;
  readonly target?: number;
  readonly elementFlags?: readonly number[];
  getTarget(): NativeType;
  getTypes(): readonly NativeType[];
  getSymbol(): NativeSymbol | undefined;
  getAliasSymbol(): NativeSymbol | undefined;
}

export interface NativeSymbol {
  readonly name: string;
  readonly escapedName: string;
  readonly flags: number;
  readonly declarations: readonly NodeHandle[];
  readonly valueDeclaration?: NodeHandle;
}

export interface NodeHandle {
  readonly kind: number;
  readonly path: string;
  resolve(): Node | undefined;
}

export interface NativeSignature {
  getParameters(): readonly NativeSymbol[];
  readonly typeParameters?: readonly unknown[];
  getTypeParameters(): readonly NativeType[];
}
