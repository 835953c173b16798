/** One project of TypeScript 7, looked at without building it. */
import fs from "node:fs";
import path from "node:path";
import { manifestFileOf, manifestOf } from "../../3-emit/manifest.js";
import { manifestText } from "../../3-emit/manifest-text.js";
import { pluginEntry } from "../../plugin-entry.js";
import { type Inspect, type Inspection, type InspectedModule, UnreadableConfig } from "../inspection.js";
import { compile, haltingErrors } from "./compilation.js";
import { loadApi } from "./load-api.js";
import { startSession } from "./session.js";
import { readTsconfig } from "./tsconfig.js";

export async function inspect({ typescriptFolder, tsconfig }: Inspect): Promise<Inspection> {
  if (!fs.existsSync(tsconfig)) throw new UnreadableConfig(`Cannot read file '${tsconfig}'.`);
  const cwd = path.dirname(tsconfig);
  const session = startSession(await loadApi(typescriptFolder), cwd);
  try {
    const { compilerOptions, references } = readTsconfig(tsconfig);
    const { project, findings, dataflows, options, outputOf, program } = compile(session, { configFile: tsconfig, files: [], options: {}, cwd });
    const [unreadable] = program.getConfigFileParsingDiagnostics();
    if (unreadable) throw new UnreadableConfig(unreadable.text);
    const emits = !options["noEmit"] && !options["emitDeclarationOnly"];
    return {
      entry: pluginEntry(compilerOptions["plugins"]),
      references,
      findings,
      typescriptErrors: haltingErrors(program) || project.files.flatMap(({ fileName }) => program.getSemanticDiagnostics(fileName)).length,
      modules: [...dataflows.values()].map((dataflow): InspectedModule => {
        const source = dataflow.file.fileName;
        const file = outputOf(source);
        const manifestFile = manifestFileOf(file);
        return { source, ...(emits && { output: { file, manifestFile, manifest: manifestText(manifestOf(project.syntax, dataflow, manifestFile)).file } }) };
      }),
    };
  } finally {
    session.close();
  }
}
