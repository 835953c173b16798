/** One program of TypeScript 4.9 to 6, behind the port. */
import path from "node:path";
import type ts from "typescript";
import { BUILDER_MEMBERS, DRIVER_MEMBERS } from "../own-classes.js";
import type { Export, Node, Project, SourceFile } from "../port.js";
import { remembered } from "../remembered.js";
import { syntaxOf } from "../syntax.js";
import { createProbe } from "./probe.js";
import { createTypes } from "./types.js";

export function createProject(compiler: typeof ts, program: ts.Program): Project {
  const checker = program.getTypeChecker();
  const options = program.getCompilerOptions();
  // TypeScript's own errors: the method is replaced later by one that adds ours.
  const { getSemanticDiagnostics } = program;
  const ranks = new Map(program.getSourceFiles().map((file, index) => [file, index]));
  const configFile = options["configFilePath"] as string | undefined;

  return {
    syntax: syntaxOf(compiler),
    types: createTypes(compiler, program),
    root: configFile ? path.dirname(configFile) : program.getCurrentDirectory(),
    files: program.getSourceFiles().filter((file) => !file.isDeclarationFile),
    rankOf: (file) => ranks.get(file)!,
    noImplicitAny: options.noImplicitAny ?? options.strict ?? Number.parseInt(compiler.version, 10) >= 6,
    moduleAt,
    declarationOf,
    exportsOf: remembered(exportsOf),
    isBuilder: (expression) => hasMembers(expression, BUILDER_MEMBERS),
    isDriver: (expression) => hasMembers(expression, DRIVER_MEMBERS),
    errorsIn: remembered((file: SourceFile) => getSemanticDiagnostics.call(program, file).map(({ start = 0, length = 0 }) => ({ start, length }))),
    readFile: compiler.sys.readFile,
    fileExists: compiler.sys.fileExists,
    probe: createProbe(compiler, program),
  };

  function moduleAt(specifier: Node): SourceFile | undefined {
    const known = fileOf(checker.getSymbolAtLocation(specifier));
    if (known || !compiler.isStringLiteralLike(specifier)) return known;
    // A `require` in a TypeScript file: the checker does not follow it.
    const from = specifier.getSourceFile().fileName;
    const { resolvedModule } = compiler.resolveModuleName(specifier.text, from, options, compiler.sys);
    return resolvedModule && program.getSourceFile(resolvedModule.resolvedFileName);
  }

  function fileOf(symbol: ts.Symbol | undefined): SourceFile | undefined {
    return symbol?.declarations?.find(compiler.isSourceFile);
  }

  function declarationOf(identifier: Node): Node | undefined {
    const symbol =
      identifier.parent && compiler.isShorthandPropertyAssignment(identifier.parent)
        ? checker.getShorthandAssignmentValueSymbol(identifier.parent)
        : checker.getSymbolAtLocation(identifier);
    const target = symbol && resolved(symbol);
    return fileOf(target) ?? target?.valueDeclaration;
  }

  function exportsOf(file: SourceFile): readonly Export[] {
    const module = checker.getSymbolAtLocation(file);
    if (!module) return [];
    const type = checker.getTypeOfSymbolAtLocation(module, file);
    const isOwn = ({ declarations }: ts.Symbol): boolean => declarations?.some((each) => each.getSourceFile() === file && !compiler.isExportSpecifier(each)) ?? false;
    // What comes from elsewhere may be exported as a type only.
    const values = checker.getExportsOfModule(module).filter((symbol) => isOwn(symbol) || checker.getPropertyOfType(type, symbol.name));
    return values.map((symbol) => ({ name: symbol.name, declarations: resolved(symbol).declarations ?? [] }));
  }

  function hasMembers(expression: Node, names: readonly string[]): boolean {
    const type = checker.getTypeAtLocation(expression);
    return names.every((name) => type.getProperty(name) !== undefined);
  }

  function resolved(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & compiler.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  }
}
