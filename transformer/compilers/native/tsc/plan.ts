/** Transform a command line Into what there is to compile: which projects, with which arguments. */
import fs from "node:fs";
import path from "node:path";
import type { Compile } from "../compilation.js";
import { configFileAt, readTsconfig } from "../tsconfig.js";
import type { CommandLine } from "./command-line.js";

export interface Plan {
  /** For tsc. */
  readonly args: readonly string[];
  readonly pretty: boolean;
  readonly watch: boolean;
  /** Each after those that it references. */
  readonly projects: readonly PlannedProject[];
}

export interface PlannedProject extends Compile {
  readonly isBuild: boolean;
  /** As written, by tsconfig and command line. */
  readonly written: Readonly<Record<string, unknown>>;
}

/** Undefined where there is no project: tsc says so. */
export function planOf({ mode, projects, files, options, watch }: CommandLine, args: readonly string[], cwd: string): Plan | undefined {
  const isBuild = mode === "build";
  const configFiles = isBuild ? inOrder((projects.length > 0 ? projects : ["."]).map((each) => named(each, cwd))) : files.length > 0 ? [] : [projects[0] === undefined ? nearest(cwd) : named(projects[0], cwd)];
  if (configFiles.some((each) => each === undefined || !fs.existsSync(each))) return undefined;
  const planned = (configFile: string | undefined): PlannedProject => ({
    configFile,
    files,
    options,
    cwd,
    isBuild,
    written: { ...(configFile !== undefined && readTsconfig(configFile).compilerOptions), ...options },
  });
  const all = configFiles.length > 0 ? (configFiles as string[]).map(planned) : [planned(undefined)];
  const written = all[0]?.written["pretty"] as boolean | undefined;
  const pretty = written ?? (process.stdout.isTTY === true && !process.env["NO_COLOR"]);
  return { args: pretty && written === undefined ? [...args, "--pretty", "true"] : args, pretty, watch, projects: all };
}

function named(place: string, cwd: string): string {
  return configFileAt(path.resolve(cwd, place));
}

function nearest(cwd: string): string | undefined {
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    const file = path.join(folder, "tsconfig.json");
    if (fs.existsSync(file)) return file;
    if (folder === path.dirname(folder)) return undefined;
  }
}

/** With all that they reference, in the order in which they are built. */
function inOrder(roots: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (configFile: string, above: ReadonlySet<string>): void => {
    if (found.has(configFile) || above.has(configFile)) return;
    for (const each of readTsconfig(configFile).references) visit(each, new Set([...above, configFile]));
    found.add(configFile);
  };
  for (const each of roots) visit(each, new Set());
  return [...found];
}
