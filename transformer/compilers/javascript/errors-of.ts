import type ts from "typescript";
import type { Finding } from "../../model.js";
import { toDiagnostic } from "./to-diagnostic.js";

/** Answers, file by file, which errors stand in it; those without a place stand with no file in particular. */
export type ErrorsOf = (file: ts.SourceFile | undefined) => readonly ts.Diagnostic[];

export function createErrorsOf(findings: () => readonly Finding[]): ErrorsOf {
  let all: readonly ts.Diagnostic[] | undefined;
  return (file) => {
    all ??= findings().map(toDiagnostic);
    return file ? all.filter((each) => each.file === file) : all;
  };
}
