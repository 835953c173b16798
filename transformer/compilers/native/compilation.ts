/** One project, as tsc compiles it: opened, analyzed, and where its output stands. */
import path from "node:path";
import { analyze } from "../../2-analyze/analyze.js";
import type { Analysis, Finding } from "../../model.js";
import { readOptions } from "../../options.js";
import { pluginEntry } from "../../plugin-entry.js";
import type { Project } from "../port.js";
import type { NativeProgram } from "./api.js";
import { createOutputPaths } from "./output-paths.js";
import { createNativeProject } from "./project.js";
import type { Session } from "./session.js";
import { NO_CONFIG, readTsconfig } from "./tsconfig.js";

export interface Compile {
  /** Undefined where files are named and no project. */
  readonly configFile: string | undefined;
  /** Files and options that the command line gives, as a tsconfig spells them. */
  readonly files: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly cwd: string;
}

export interface Compilation {
  readonly program: NativeProgram;
  readonly project: Project;
  readonly dataflows: Analysis["dataflows"];
  /** As tsc would report them: not while it has errors of syntax or options to report. */
  readonly findings: readonly Finding[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly outputOf: (fileName: string) => string;
}

export function compile(session: Session, { configFile, files, options: given, cwd }: Compile): Compilation {
  const folder = configFile === undefined ? cwd : path.dirname(configFile);
  const { compilerOptions, references } = configFile === undefined ? NO_CONFIG : readTsconfig(configFile);
  const openedBy = configFile !== undefined && references.length === 0 && Object.keys(given).length === 0 ? configFile : virtualConfig();
  const opened = session.open(openedBy);
  const { program } = opened;
  const project = createNativeProject(session, opened, { configFile: openedBy, root: folder });
  const own = readOptions(pluginEntry(compilerOptions["plugins"]) as Readonly<Record<string, unknown>> | undefined);
  const analysis = analyze(project, own.options.modules);
  const found = [...own.findings, ...analysis.findings];
  const options = program.getCompilerOptions();
  return {
    program,
    project,
    dataflows: analysis.dataflows,
    findings: found.length > 0 && haltingErrors(program) > 0 ? [] : found,
    options,
    outputOf: createOutputPaths({ options, configFolder: configFile && folder, sources: project.files.map(({ fileName }) => fileName) }),
  };

  /** A tsconfig that is not on the disk: what the command line adds to the project's own. */
  function virtualConfig(): string {
    const file = path.posix.join(folder, "__icosian__.json");
    const config = {
      ...(configFile !== undefined && { extends: configFile }),
      ...(configFile === undefined && { files: files.map((each) => path.resolve(cwd, each)) }),
      ...(references.length > 0 && { references: references.map((each) => ({ path: each })) }),
      compilerOptions: {
        ...given,
        // What another project compiled is seen through its declarations, as tsc sees it.
        ...(references.length > 0 && { disableSourceOfProjectReferenceRedirect: true }),
        // Named on the command line, a folder is relative to where that was typed.
        ...Object.fromEntries(FOLDERS.flatMap((name) => (typeof given[name] === "string" ? [[name, path.resolve(cwd, given[name])]] : []))),
      },
    };
    session.virtualFiles.set(file, JSON.stringify(config));
    return file;
  }
}

/** How many errors there are of those for which tsc leaves types unchecked. */
export function haltingErrors(program: NativeProgram): number {
  return program.getSyntacticDiagnostics().length || program.getProgramDiagnostics().length;
}

const FOLDERS = ["outDir", "rootDir", "declarationDir", "tsBuildInfoFile"];
