import type ts from "typescript";
import type { Finding } from "../../model.js";
import { toDiagnostic } from "./to-diagnostic.js";

/** Answers, file by file, which errors stand in it; those without a place stand with no file in particular. */
export type ErrorsOf = (file: ts.SourceFile | undefined) => readonly ts.Diagnostic[];

export function createErrorsOf(findings: () => readonly Finding[]): ErrorsOf {
  let all: readonly ts.Diagnostic[] | undefined;
  return (file) => {
    // A builder prints a file's errors as they come.
    all ??= findings().map(toDiagnostic).sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
    return file ? all.filter((each) => each.file === file) : all;
  };
}
