/** From names to declarations, through imports and re-exports. */
import type { Export, Node, SourceFile, Syntax } from "../port.js";
import type { NativeChecker, NativeProgram, NativeSymbol, NativeType, NodeHandle } from "./api.js";
import { remembered } from "../remembered.js";
import type { Session } from "./session.js";

export interface Symbols {
  /** Undefined where the symbol is no module's. */
  fileOf(symbol: NativeSymbol | undefined): SourceFile | undefined;
  declarationOf(identifier: Node): Node | undefined;
  exportsOf(file: SourceFile): readonly Export[];
}

export function createSymbols(session: Session, syntax: Syntax, program: NativeProgram, checker: NativeChecker): Symbols {
  const { SymbolFlags } = session.api;
  return { fileOf, declarationOf, exportsOf: remembered(exportsOf) };

  function fileOf(symbol: NativeSymbol | undefined): SourceFile | undefined {
    // The handle tells what it is before the file is fetched.
    const handle = symbol?.declarations.find(({ kind }) => kind === syntax.SyntaxKind.SourceFile);
    return handle && program.getSourceFile(handle.path);
  }

  function declarationOf(identifier: Node): Node | undefined {
    const { parent } = identifier;
    const symbol =
      parent && syntax.isShorthandPropertyAssignment(parent) ? checker.getShorthandAssignmentValueSymbol(parent) : checker.getSymbolAtLocation(identifier);
    const [target] = resolved(symbol ? [symbol] : []);
    return fileOf(target) ?? target?.valueDeclaration?.resolve();
  }

  function exportsOf(file: SourceFile): Export[] {
    const module = checker.getSymbolAtLocation(file);
    if (!module) return [];
    const symbols = valuesOf(file, module, checker.getExportsOfModule(module));
    const targets = resolved(symbols);
    return symbols.map(({ name }, index) => ({ name, declarations: targets[index]!.declarations.map(nodeOf).filter((each) => each !== undefined) }));
  }

  /** What comes from elsewhere may be exported as a type only. */
  function valuesOf(file: SourceFile, module: NativeSymbol, symbols: readonly NativeSymbol[]): readonly NativeSymbol[] {
    const others = symbols.filter(({ declarations }) => !declarations.some((each) => each.path === file.fileName && each.kind !== syntax.SyntaxKind.ExportSpecifier));
    if (others.length === 0) return symbols;
    const [type] = checker.getTypeOfSymbol([module]) as [NativeType];
    const found = session.many(checker, "getPropertyOfType", others.map(({ name }) => [type, name] as const));
    const typeOnly = new Set(others.filter((_, index) => !found[index]));
    return symbols.filter((each) => !typeOnly.has(each));
  }

  function nodeOf(handle: NodeHandle): Node | undefined {
    return handle.kind === syntax.SyntaxKind.SourceFile ? program.getSourceFile(handle.path) : handle.resolve();
  }

  /** What each stands for in the end. */
  function resolved(symbols: readonly NativeSymbol[]): readonly NativeSymbol[] {
    const aliases = symbols.filter(({ flags }) => flags & SymbolFlags.Alias);
    const targets = session.many(checker, "getAliasedSymbol", aliases.map((each) => [each] as const));
    const targetOf = new Map(aliases.map((alias, index) => [alias, targets[index]!]));
    return symbols.map((each) => targetOf.get(each) ?? each);
  }
}
