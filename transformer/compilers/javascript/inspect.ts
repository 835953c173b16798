import { createRequire } from "node:module";
import path from "node:path";
import type ts from "typescript";
import { analyze } from "../../2-analyze/analyze.js";
import { manifestFileOf } from "../../3-emit/manifest.js";
import { readOptions } from "../../options.js";
import { pluginEntry } from "../../plugin-entry.js";
import { type Inspect, type InspectedModule, type Inspection, UnreadableConfig } from "../inspection.js";
import { createManifestWriter } from "./manifest-writer.js";
import { createProject } from "./project.js";

/** Looks at a project through TypeScript 4.9 to 6. */
export function inspect({ typescriptFolder, tsconfig }: Inspect): Inspection {
  const compiler = createRequire(path.join(typescriptFolder, "package.json"))("./lib/typescript.js") as typeof ts;
  const parsed = parse(compiler, tsconfig);
  const { options: given, fileNames, projectReferences = [] } = parsed;
  const entry = pluginEntry(given["plugins"]);
  const references = projectReferences.map((each) => compiler.resolveProjectReferencePath(each));
  if (fileNames.length === 0 && references.length > 0) return { entry, references, findings: [], typescriptErrors: 0, modules: [] };

  // A patched compiler would run the plugins itself.
  const { plugins: _, ...options } = given as ts.CompilerOptions & { plugins?: unknown };
  const program = compiler.createProgram({ rootNames: fileNames, options, projectReferences, configFileParsingDiagnostics: compiler.getConfigFileParsingDiagnostics(parsed) });
  const { errors: typescriptErrors, isParsed } = ownErrors(compiler, program);
  const { options: ours, findings } = readOptions(entry as Readonly<Record<string, unknown>> | undefined);
  if (!isParsed) return { entry, references, findings, typescriptErrors, modules: [] };

  const { dataflows, findings: found } = analyze(createProject(compiler, program), ours.modules);
  const modules = [...dataflows.keys()].map((file) => ({ source: file.fileName, ...outputOf(file) }));
  return { entry, references, findings: [...findings, ...found], typescriptErrors, modules };

  /** Emits into memory: whatever decides where output stands has been asked. */
  function outputOf(file: ts.SourceFile): Pick<InspectedModule, "output"> {
    const written = new Map<string, string>();
    const writer = createManifestWriter(compiler, () => dataflows);
    const write = writer.writingBeside((name, text) => void written.set(name, text));
    program.emit(file, write, undefined, false, { before: [writer.transformer] });
    const [manifestFile] = writer.writtenFiles;
    const output = [...written.keys()].find((name) => name !== manifestFile && manifestFileOf(name) === manifestFile);
    return manifestFile === undefined || output === undefined ? {} : { output: { file: output, manifestFile, manifest: written.get(manifestFile)! } };
  }
}

function parse(compiler: typeof ts, tsconfig: string): ts.ParsedCommandLine {
  const fail = (diagnostic: ts.Diagnostic): never => {
    throw new UnreadableConfig(compiler.flattenDiagnosticMessageText(diagnostic.messageText, "\n"));
  };
  return compiler.getParsedCommandLineOfConfigFile(tsconfig, {}, { ...compiler.sys, onUnRecoverableConfigFileDiagnostic: fail })!;
}

/** As tsc counts them: where it cannot read the text, it does not go on to the types. */
function ownErrors(compiler: typeof ts, program: ts.Program): { errors: number; isParsed: boolean } {
  const count = (diagnostics: readonly ts.Diagnostic[]): number =>
    compiler.sortAndDeduplicateDiagnostics(diagnostics).filter(({ category }) => category === compiler.DiagnosticCategory.Error).length;
  const config = program.getConfigFileParsingDiagnostics();
  const syntax = count([...config, ...program.getSyntacticDiagnostics()]);
  if (syntax > config.length) return { errors: syntax, isParsed: false };
  return { errors: count([...config, ...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics(), ...program.getSemanticDiagnostics()]), isParsed: true };
}
