/**
 * The compiler plugin, as a tsconfig names it:
 *
 *     "plugins": [{ "name": "icosian", "transform": "icosian/transformer", "transformProgram": true }]
 */
import type ts from "typescript";
import { dataflowModules } from "./1-collect/modules.js";
import { analyze } from "./2-analyze/analyze.js";
import { hookProgram } from "./compilers/javascript/hook-program.js";
import { createProject } from "./compilers/javascript/project.js";
import { saltVersions } from "./compilers/javascript/salt-versions.js";
import { finding } from "./diagnostics/finding.js";
import { toDiagnostic } from "./diagnostics/to-diagnostic.js";
import type { Analysis, Finding } from "./model.js";
import { readOptions } from "./options.js";
import { VERSION } from "./version.js";

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

/** What it hands over instead where the entry lacks `transformProgram`. */
interface SourceExtras extends ProgramExtras {
  readonly addDiagnostic: (diagnostic: ts.Diagnostic) => void;
}

type SourceTransformer = ts.TransformerFactory<ts.SourceFile>;

/** Checks and transforms a whole program, in place: ts-patch calls this as it creates one. */
function icosian(program: ts.Program, host: ts.CompilerHost | undefined, config: icosian.PluginConfig, extras: ProgramExtras): ts.Program;
function icosian(program: ts.Program, config: icosian.PluginConfig, extras: SourceExtras): SourceTransformer;
function icosian(
  program: ts.Program,
  ...rest: [ts.CompilerHost | undefined, icosian.PluginConfig, ProgramExtras] | [icosian.PluginConfig, SourceExtras]
): ts.Program | SourceTransformer {
  if (rest.length === 3) {
    const [host, config, extras] = rest;
    return transformProgram(extras.ts, program, host, config);
  }
  const [, extras] = rest;
  extras.addDiagnostic(toDiagnostic(finding("transformProgramMissing", {})));
  return () => (file) => file;
}

export = icosian;

function transformProgram(compiler: typeof ts, program: ts.Program, host: ts.CompilerHost | undefined, config: icosian.PluginConfig): ts.Program {
  // `transpileModule` compiles one file without types, for which a second output is one too many.
  if (program.getCompilerOptions()["suppressOutputPathCheck"]) return program;

  const { options, findings } = readOptions(config as Readonly<Record<string, unknown>>);
  findings.push(...unsupported(compiler.version));
  const project = createProject(compiler, program);
  const { incremental, composite } = program.getCompilerOptions();
  saltVersions({
    project,
    modules: () => dataflowModules(project, options.modules, { byTypes: false }),
    pluginVersion: VERSION,
    asksAnew: Boolean(incremental || composite),
  });
  hookProgram({
    compiler,
    program,
    writeFile: host?.writeFile ?? compiler.sys.writeFile,
    writesManifests: !isLanguageService(host),
    analyze(): Analysis {
      const { dataflows, findings: found } = analyze(project, options.modules);
      return { dataflows, findings: [...findings, ...found] };
    },
  });
  return program;
}

/** A language service emits one module at a time to whoever asked, and expects no file beside it. */
function isLanguageService(host: ts.CompilerHost | undefined): boolean {
  return host !== undefined && host.getDefaultLibLocation === undefined && host.createHash === undefined;
}

function unsupported(version: string): Finding[] {
  const [major, minor] = version.split(".").map(Number) as [number, number];
  if (major > 4 && major < 7) return [];
  return major === 4 && minor >= 9 ? [] : [finding("unsupportedCompiler", { version })];
}
