/**
 * Changes a program in place, so that whoever drives it (tsc, a builder, a watcher) gets our errors
 * beside its own and our manifests beside its output.
 */
import type ts from "typescript";
import type { Analysis, Finding } from "../../model.js";
import { createErrorsOf, type ErrorsOf } from "./errors-of.js";
import { createManifestWriter, type ManifestWriter } from "./manifest-writer.js";
import { toDiagnostic } from "./to-diagnostic.js";

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
  /** What is wrong with the project as a whole, and not in any file. */
  readonly misconfigured: readonly Finding[];
  readonly analyze: () => Analysis;
}

/** What is hooked into a program: its analysis is made when the first answer is needed, after the compiler's own check. */
export interface Hooked {
  readonly errorsOf: ErrorsOf;
  createWriter(): ManifestWriter;
}

/** On the program itself, since more than one copy of this package may be at work on it. */
const HOOKED = Symbol.for("icosian.hooked");

/** The program's hooks, where it has been hooked before; no program is hooked twice. */
export function hookedInto(program: ts.Program): Hooked | undefined {
  return (program as { [HOOKED]?: Hooked })[HOOKED];
}

export function hookProgram(hook: Hook): void {
  const hooked = hookDiagnostics(hook);
  const { program, writeFile, writesManifests } = hook;
  const { emit } = program;
  program.emit = (target, write = writeFile, token, onlyDeclarations, transformers, ...rest) => {
    const writer = hooked.createWriter();
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

/** The half of it that reports. */
export function hookDiagnostics({ compiler, program, misconfigured, analyze }: Hook): Hooked {
  let analysis: Analysis | undefined;
  const analyzed = (): Analysis => (analysis ??= analyze());
  const hooked: Hooked = {
    errorsOf: createErrorsOf(() => [...misconfigured, ...analyzed().findings]),
    createWriter: () => createManifestWriter(compiler, () => analyzed().dataflows),
  };
  Object.defineProperty(program, HOOKED, { value: hooked });
  const { errorsOf } = hooked;

  const { getSemanticDiagnostics } = program;
  program.getSemanticDiagnostics = (file, ...rest) => {
    const own = getSemanticDiagnostics.call(program, file, ...rest);
    return [...own, ...errorsOf(file)] as ts.Diagnostic[];
  };

  // A builder asks file by file, and so not for what is in no file.
  if (program.getSourceFiles().some((file) => (file as { version?: string }).version !== undefined)) {
    const { getOptionsDiagnostics } = program;
    program.getOptionsDiagnostics = (...rest) => [...getOptionsDiagnostics.apply(program, rest), ...misconfigured.map(toDiagnostic)];
  }

  // What it keeps of a file in a .tsbuildinfo must not hold our errors, which may hang on more files than
  // TypeScript knows: `getProgramDiagnostics` is asked anew each time. Where nothing is kept,
  // `getBindAndCheckDiagnostics` is what tells `tsc -b` of errors.
  const { incremental, composite } = program.getCompilerOptions();
  const full = program as FullProgram;
  const method = incremental || composite ? "getProgramDiagnostics" : "getBindAndCheckDiagnostics";
  const original = full[method];
  full[method] = (file, ...rest) => {
    const own = original.call(program, file, ...rest);
    return file ? [...own, ...errorsOf(file)] : own;
  };
  return hooked;
}
