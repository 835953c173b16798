/**
 * The compiler plugin, as a tsconfig names it:
 *
 *     "plugins": [{ "name": "icosian", "transform": "icosian/transformer", "transformProgram": true }]
 */
import type ts from "typescript";
import { hookOf } from "./compilers/javascript/hook-of.js";
import { hookedInto, hookProgram } from "./compilers/javascript/hook-program.js";
import { toDiagnostic } from "./compilers/javascript/to-diagnostic.js";
import { hookWhileEmitting } from "./compilers/javascript/ttypescript.js";
import { finding } from "./diagnostics/finding.js";

declare namespace icosian {
  /** The plugin's own keys in its entry of `plugins`. */
  export interface PluginConfig {
    /** Globs, relative to the tsconfig, of what is a dataflow module whoever composes it; `*.flow.ts` by default. */
    readonly modules?: readonly string[];
  }
}

/** How ts-patch hands over its compiler. */
interface ProgramExtras {
  readonly ts: typeof ts;
}

/** What a transformer of single files is given. */
interface SourceExtras extends ProgramExtras {
  readonly addDiagnostic: (diagnostic: ts.Diagnostic) => void;
  /** Which of the compiler's files is patched: ts-patch says so, ttypescript does not. */
  readonly library?: string;
}

type SourceTransformer = ts.TransformerFactory<ts.SourceFile>;

/**
 * Checks and transforms a whole program, in place: ts-patch calls this as it creates one. Called for single
 * files, by ttypescript or by ts-patch where the entry lacks `transformProgram`, it does what can be done there.
 */
function icosian(program: ts.Program, host: ts.CompilerHost | undefined, config: icosian.PluginConfig, extras: ProgramExtras): ts.Program;
function icosian(program: ts.Program, config: icosian.PluginConfig, extras: SourceExtras): SourceTransformer;
function icosian(
  program: ts.Program,
  ...rest: [ts.CompilerHost | undefined, icosian.PluginConfig, ProgramExtras] | [icosian.PluginConfig, SourceExtras]
): ts.Program | SourceTransformer {
  if (rest.length === 3) {
    const [host, config, { ts: compiler }] = rest;
    const hook = hookedInto(program) ? undefined : hookOf({ compiler, program, host, config });
    if (hook) hookProgram(hook);
    return program;
  }
  const [config, { ts: compiler, library, addDiagnostic }] = rest;
  if (library === undefined) return hookWhileEmitting(program, () => hookOf({ compiler, program, host: undefined, config }));
  addDiagnostic(toDiagnostic(finding("transformProgramMissing", {})));
  return () => (file) => file;
}

export = icosian;
