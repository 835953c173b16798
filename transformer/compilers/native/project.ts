/** One program of TypeScript 7, behind the port. */
import fs from "node:fs";
import path from "node:path";
import { BUILDER_MEMBERS, DRIVER_MEMBERS } from "../own-classes.js";
import type { Node, Project, SourceFile } from "../port.js";
import type { NativeProject } from "./api.js";
import { remembered } from "../remembered.js";
import { createProbe } from "./probe.js";
import type { Session } from "./session.js";
import { createSymbols } from "./symbols.js";
import { createSyntax } from "./syntax.js";
import { createTypes } from "./types.js";

export interface NativeProjectOptions {
  /** The tsconfig that it was opened by. */
  readonly configFile: string;
  /** The folder that globs are relative to. */
  readonly root: string;
}

export function createNativeProject(session: Session, { program, checker, ...opened }: NativeProject, { configFile, root }: NativeProjectOptions): Project {
  const syntax = createSyntax(session.ast);
  const symbols = createSymbols(session, syntax, program, checker);
  const types = createTypes(session, syntax, checker);
  const options = program.getCompilerOptions();
  const names = program.getSourceFileNames();
  const ranks = new Map(names.map((name, index) => [name, index]));
  const rootFiles = opened.rootFiles ?? opened.parsedCommandLine!.fileNames;

  return {
    syntax,
    types: types.types,
    root,
    // Declarations are fetched only where something leads to them: the library's alone are megabytes.
    files: names.filter((name) => !isDeclaration(name) && !name.endsWith(".json")).map((name) => withOwnNames(program.getSourceFile(name)!)),
    rankOf: ({ fileName }) => ranks.get(fileName) ?? names.length,
    noImplicitAny: (options["noImplicitAny"] ?? options["strict"] ?? true) as boolean,
    moduleAt,
    declarationOf: symbols.declarationOf,
    exportsOf: symbols.exportsOf,
    isBuilder: (expression) => types.hasMembers(expression, BUILDER_MEMBERS),
    isDriver: (expression) => types.hasMembers(expression, DRIVER_MEMBERS),
    errorsIn: remembered(({ fileName }: SourceFile) => program.getSemanticDiagnostics(fileName).map(({ pos, end }) => ({ start: pos, length: end - pos }))),
    readFile: (fileName) => (fs.existsSync(fileName) ? fs.readFileSync(fileName, "utf8") : undefined),
    fileExists: fs.existsSync,
    probe: createProbe(session, syntax, { configFile, rootFiles }),
  };

  function moduleAt(specifier: Node): SourceFile | undefined {
    return symbols.fileOf(checker.getSymbolAtLocation(specifier)) ?? (syntax.isStringLiteralLike(specifier) ? required(specifier) : undefined);
  }

  /** A `require` in a TypeScript file: the checker does not follow it. */
  function required(specifier: Node & { readonly text: string }): SourceFile | undefined {
    if (!/^\.{1,2}\//.test(specifier.text)) return undefined;
    const target = path.posix.join(path.posix.dirname(specifier.getSourceFile().fileName), specifier.text);
    const stem = target.replace(/\.[cm]?js$/, "");
    const extensions = [".ts", ".tsx", ".mts", ".cts", ".d.ts", ".d.mts", ".d.cts", ".js", ".jsx", ".mjs", ".cjs"];
    const found = [target, ...extensions.map((each) => stem + each), ...extensions.map((each) => `${target}/index${each}`)].find((each) => ranks.has(each));
    return found === undefined ? undefined : program.getSourceFile(found);
  }
}

/** What a file is called is asked of each of its nodes, and would be decoded anew each time. */
function withOwnNames(file: SourceFile): SourceFile {
  for (const name of ["fileName", "path"] as const) Object.defineProperty(file, name, { value: (file as SourceFile & { readonly path: string })[name], configurable: true });
  return file;
}

function isDeclaration(fileName: string): boolean {
  return /\.d\.(?:[^./]+\.)?[cm]?ts$/.test(fileName);
}
