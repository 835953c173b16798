/**
 * A second program over the same source files, with one more file in which our questions stand as
 * TypeScript. It is opened only where something is wrong or cannot be said otherwise: its checker
 * starts anew, but looks at no more than the types that the questions name.
 */
import path from "node:path";
import type ts from "typescript";
import type { Explanation, ProbeAnswers, ProbeQuestions, Type, TypePath } from "../port.js";
import { createTypes } from "./types.js";

export function createProbe(compiler: typeof ts, program: ts.Program) {
  return probe;

  function probe({ assignments, intersections }: ProbeQuestions): ProbeAnswers {
    const anchor = [...assignments.map(({ to }) => to), ...intersections.flat()][0];
    if (!anchor) return { explanations: [], intersections: [] };
    const fileName = probeFileName(anchor.file.fileName);
    const text = (type: TypePath): string => typeText(type, path.posix.dirname(fileName));
    const lines = [
      ...assignments.map(({ from, to }, index) => `declare const from${index}: ${text(from)}; const to${index}: ${text(to)} = from${index};`),
      ...intersections.map((paths, index) => `declare const both${index}: ${paths.map((each) => `(${text(each)})`).join(" & ")};`),
      "export {};",
    ];
    const second = openProgram(fileName, lines.join("\n"));
    const file = second.getSourceFile(fileName)!;
    const diagnostics = second.getSemanticDiagnostics(file);
    const types = createTypes(compiler, second);
    const checker = second.getTypeChecker();
    return {
      explanations: assignments.map((_, line) => explanationAt(file, line, diagnostics)),
      intersections: intersections.map((_, index) => {
        const { declarationList } = file.statements[2 * assignments.length + index] as ts.VariableStatement;
        return { types, type: checker.getTypeAtLocation(declarationList.declarations[0]!) as unknown as Type };
      }),
    };
  }

  function openProgram(fileName: string, text: string): ts.Program {
    const options: ts.CompilerOptions = { ...program.getCompilerOptions(), noEmit: true, noUnusedLocals: false };
    for (const key of ["incremental", "composite", "tsBuildInfoFile", "plugins"]) delete options[key];
    const host = compiler.createCompilerHost(options, true);
    const known = new Map(program.getSourceFiles().map((file) => [file.fileName, file]));
    const { getSourceFile, fileExists, readFile } = host;
    host.getSourceFile = (name, ...rest) => {
      if (name !== fileName) return known.get(name) ?? getSourceFile.call(host, name, ...rest);
      return compiler.createSourceFile(name, text, rest[0], true);
    };
    host.fileExists = (name) => name === fileName || known.has(name) || fileExists.call(host, name);
    host.readFile = (name) => (name === fileName ? text : readFile.call(host, name));
    host.getCurrentDirectory = () => program.getCurrentDirectory();
    const references = program.getProjectReferences();
    return compiler.createProgram({
      rootNames: [...program.getRootFileNames(), fileName],
      options,
      host,
      ...(references && { projectReferences: references }),
    });
  }

  function explanationAt(file: ts.SourceFile, line: number, diagnostics: readonly ts.Diagnostic[]): Explanation | undefined {
    const assignment = file.statements[2 * line + 1]!;
    const found = diagnostics.find(({ start = -1 }) => start >= assignment.pos && start < assignment.end);
    return found && explanation(found.messageText, found.code);
  }

  function explanation(message: string | ts.DiagnosticMessageChain, code: number): Explanation {
    if (typeof message === "string") return { code, text: message, next: [] };
    return { code: message.code, text: message.messageText, next: (message.next ?? []).map((each) => explanation(each, each.code)) };
  }
}

/** A name beside the file, of the same module kind, that nothing else has. */
function probeFileName(fileName: string): string {
  const kind = /\.([cm])[jt]s$/.exec(fileName)?.[1] ?? "";
  return path.posix.join(path.posix.dirname(fileName), `__icosian_probe__.${kind}ts`);
}

/** The type as text that stands in the folder `from`. */
function typeText(type: TypePath, from: string): string {
  const target = type.file.fileName.replace(/(?:\.d)?\.([cm]?)[jt]sx?$/, ".$1js");
  const relative = path.posix.relative(from, target);
  const specifier = relative.startsWith(".") ? relative : `./${relative}`;
  const fn = `(typeof import(${JSON.stringify(specifier)}))[${JSON.stringify(type.export)}]`;
  if (type.of === "result") return `Awaited<ReturnType<${fn}>>`;
  const parameter = `Parameters<${fn}>[${type.index}]`;
  return type.property === undefined ? parameter : `NonNullable<${parameter}>[${JSON.stringify(type.property)}]`;
}
