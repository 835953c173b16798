/**
 * ttypescript loads a plugin when its first program is already emitting, and drops the diagnostics that
 * it reports. On TypeScript 4.9 all functions are looked up on the namespace when they are called, so
 * that what remains can be done from there: that emit reports our errors, and later programs (those of a
 * watcher, of `-b`) are hooked at birth. Loading `icosian/transformer/register` first is better still.
 */
import type ts from "typescript";
import type { ErrorsOf } from "./errors-of.js";
import { hookingAtBirth } from "./hook-at-birth.js";
import { hookDiagnostics, hookedInto, type Hook } from "./hook-program.js";
import type { ManifestWriter } from "./manifest-writer.js";

interface EmitHost {
  readonly getCompilerOptions: ts.Program["getCompilerOptions"];
  readonly writeFile: ts.WriteFileCallback;
}
type EmitFiles = (resolver: unknown, host: EmitHost, target: ts.SourceFile | undefined, ...rest: unknown[]) => ts.EmitResult;
type BuildInfoProgram = ts.Program & { emitBuildInfo(...args: unknown[]): ts.EmitResult };

/** TypeScript 4.9, whose namespace can be written to. */
type Namespace = { emitFiles: EmitFiles } & { -readonly [Name in "createProgram"]: (typeof ts)[Name] };

const patched = new WeakSet<object>();
/** Programs that were emitting when we came, by the one thing that an emit host has of its program. */
const emitting = new WeakMap<EmitHost["getCompilerOptions"], { readonly errorsOf: ErrorsOf; readonly unreported: ErrorsOf; readonly writer: ManifestWriter }>();

const unchanged: ts.TransformerFactory<ts.SourceFile> = () => (file) => file;

/** The transformer that ttypescript is to run beside the project's others; it asks for it file by file. */
export function hookWhileEmitting(program: ts.Program, hookOfProgram: () => Hook | undefined): ts.TransformerFactory<ts.SourceFile> {
  const known = emitting.get(program.getCompilerOptions);
  if (known) return known.writer.transformer;
  const hook = hookedInto(program) ? undefined : hookOfProgram();
  if (!hook) return unchanged;

  patch(hook.compiler);
  const hooked = hookDiagnostics(hook);
  const writer = hooked.createWriter();
  // `-b` emits several times, and prints what comes each time.
  const reported = new Set<ts.Diagnostic>();
  const unreported: ErrorsOf = (file) => hooked.errorsOf(file).filter((each) => !reported.has(each) && reported.add(each));
  emitting.set(program.getCompilerOptions, { errorsOf: hooked.errorsOf, unreported, writer });
  // Without output, this is all that is emitted.
  const full = program as BuildInfoProgram;
  const { emitBuildInfo } = full;
  full.emitBuildInfo = (...args) => withErrors(emitBuildInfo.apply(program, args), unreported(undefined));
  return writer.transformer;
}

function patch(compiler: typeof ts): void {
  if (patched.has(compiler)) return;
  patched.add(compiler);
  const namespace = compiler as unknown as Namespace;
  const { emitFiles, createProgram } = namespace;

  namespace.emitFiles = (resolver, host, target, ...rest) => {
    const known = emitting.get(host.getCompilerOptions);
    if (!known) return emitFiles(resolver, host, target, ...rest);
    const { errorsOf, unreported, writer } = known;
    const before = writer.writtenFiles.length;
    const write = writer.writingBeside(holdingBack(host.writeFile, () => errorsOf(undefined).length > 0));
    const result = emitFiles(resolver, Object.create(host, { writeFile: { value: write } }) as EmitHost, target, ...rest);
    result.emittedFiles?.push(...writer.writtenFiles.slice(before));
    return withErrors(result, unreported(target));
  };
  namespace.createProgram = hookingAtBirth(compiler, createProgram, { isOptedIn: false });
}

/** What a builder keeps for the next time knows nothing of our errors: while there are any, it keeps nothing. */
function holdingBack(write: ts.WriteFileCallback, hasErrors: () => boolean): ts.WriteFileCallback {
  return (fileName, text, writeByteOrderMark, onError, sourceFiles, data) => {
    if ((data as { buildInfo?: object } | undefined)?.buildInfo && hasErrors()) return;
    write(fileName, text, writeByteOrderMark, onError, sourceFiles, data);
  };
}

function withErrors(result: ts.EmitResult, errors: readonly ts.Diagnostic[]): ts.EmitResult {
  return { ...result, diagnostics: [...result.diagnostics, ...errors] };
}
