/**
 * Changes a program in place, so that whoever drives it (tsc, a builder, a watcher) gets our errors
 * beside its own and our manifests beside its output.
 */
import type ts from "typescript";
import { createErrorsOf } from "../../diagnostics/errors-of.js";
import type { Analysis } from "../../model.js";
import { createManifestWriter } from "./manifest-writer.js";

type DiagnosticsMethod = (file?: ts.SourceFile, token?: ts.CancellationToken) => readonly ts.Diagnostic[];

/** A program with the methods that builders call, beside its published ones. */
type FullProgram = ts.Program & Record<"getProgramDiagnostics" | "getBindAndCheckDiagnostics", DiagnosticsMethod>;

export interface Hook {
  readonly compiler: typeof ts;
  readonly program: ts.Program;
  /** What the program's own host writes with. */
  readonly writeFile: ts.WriteFileCallback;
  /** False for a language service, which wants a module's own output and nothing beside it. */
  readonly writesManifests: boolean;
  readonly analyze: () => Analysis;
}

export function hookProgram({ compiler, program, writeFile, writesManifests, analyze }: Hook): void {
  // Analyzed when the first answer is needed, which is after the compiler's own check.
  let analysis: Analysis | undefined;
  const analyzed = (): Analysis => (analysis ??= analyze());
  const errorsOf = createErrorsOf(() => analyzed().findings);

  const { getSemanticDiagnostics, emit } = program;
  program.getSemanticDiagnostics = (file, ...rest) => {
    const own = getSemanticDiagnostics.call(program, file, ...rest);
    return [...own, ...errorsOf(file)] as ts.Diagnostic[];
  };

  // A builder asks file by file. What it keeps in a .tsbuildinfo must not hold our errors, which may hang
  // on more files than TypeScript knows: `getProgramDiagnostics` is asked anew each time. Where nothing is
  // kept, `getBindAndCheckDiagnostics` is what tells `tsc -b` of errors.
  const { incremental, composite } = program.getCompilerOptions();
  const full = program as FullProgram;
  const method = incremental || composite ? "getProgramDiagnostics" : "getBindAndCheckDiagnostics";
  const original = full[method];
  full[method] = (file, ...rest) => {
    const own = original.call(program, file, ...rest);
    return file ? [...own, ...errorsOf(file)] : own;
  };

  program.emit = (target, write = writeFile, token, onlyDeclarations, transformers, ...rest) => {
    const writer = createManifestWriter(compiler, () => analyzed().dataflows);
    const result = emit.call(
      program,
      target,
      writesManifests ? writer.writingBeside(write) : write,
      token,
      onlyDeclarations,
      { ...transformers, before: [writer.transformer, ...(transformers?.before ?? [])] },
      ...rest,
    );
    result.emittedFiles?.push(...writer.writtenFiles);
    return result;
  };
}
