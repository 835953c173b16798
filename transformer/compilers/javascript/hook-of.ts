/** Transform a program just created Into what to hook into it: our analysis of it, under the options of its tsconfig. */
import type ts from "typescript";
import { dataflowModules } from "../../1-collect/modules.js";
import { analyze } from "../../2-analyze/analyze.js";
import { finding } from "../../diagnostics/finding.js";
import type { Finding } from "../../model.js";
import { readOptions } from "../../options.js";
import { VERSION } from "../../version.js";
import type { Hook } from "./hook-program.js";
import { createProject } from "./project.js";
import { saltVersions } from "./salt-versions.js";

export interface NewProgram {
  readonly compiler: typeof ts;
  readonly program: ts.Program;
  readonly host: ts.CompilerHost | undefined;
  /** Our entry in `plugins` of the tsconfig. */
  readonly config: object;
}

/** Undefined where there is nothing to check. */
export function hookOf({ compiler, program, host, config }: NewProgram): Hook | undefined {
  // `transpileModule` compiles one file without types, for which a second output is one too many.
  if (program.getCompilerOptions()["suppressOutputPathCheck"]) return undefined;

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
  return {
    compiler,
    program,
    writeFile: host?.writeFile ?? compiler.sys.writeFile,
    writesManifests: !isLanguageService(host),
    misconfigured: findings,
    analyze: () => analyze(project, options.modules),
  };
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
