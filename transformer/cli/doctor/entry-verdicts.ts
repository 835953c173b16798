/** Does the tsconfig name the plugin, and all that it needs? */
import { createRequire } from "node:module";
import path from "node:path";
import type { InspectedProject } from "../inspect-projects.js";
import { PLUGIN } from "../../plugin-entry.js";
import type { ProjectTypescript } from "../typescript-of.js";
import type { CompileCommand } from "./compile-commands.js";
import { note, ok, type Verdict, wrong } from "./verdict.js";

const WHOLE = `{ "name": "${PLUGIN.name}", "transform": "${PLUGIN.transform}", "transformProgram": true }`;

export function entryVerdicts({ entry, tsconfig, modules }: InspectedProject, { version, isNative }: ProjectTypescript, commands: readonly CompileCommand[]): Verdict[] {
  const name = path.relative(process.cwd(), tsconfig) || path.basename(tsconfig);
  const isNeeded = !isNative && commands.some(({ compiler }) => compiler !== "icosian tsc");
  if (!entry) {
    if (!isNeeded || modules.length === 0) return [note(`'${name}' does not name the plugin${modules.length === 0 ? ", and the project has no dataflow" : ", which 'icosian tsc' does not need"}.`)];
    return [wrong(`'${name}' does not name the plugin. Add ${WHOLE} to 'plugins' in its 'compilerOptions'.`)];
  }
  const fault = faultIn(entry, name, tsconfig, version);
  if (fault === undefined || isNative || (!isNeeded && commands.length > 0)) return [ok(`'${name}' names the plugin.`)];
  // What compiles the project is not known: it may be what needs no entry.
  return [isNeeded ? wrong(fault) : note(`${fault} 'icosian tsc' does without.`)];
}

function faultIn(entry: object, name: string, tsconfig: string, version: string): string | undefined {
  const { transform, transformProgram } = entry as { transform?: unknown; transformProgram?: unknown };
  const isIncomplete = transform === undefined || (transformProgram !== true && Number.parseInt(version, 10) >= 5);
  if (isIncomplete) return `The plugin's entry in '${name}' is not complete. Let it be ${WHOLE}.`;
  return resolves(String(transform), tsconfig) ? undefined : `'${String(transform)}', which '${name}' names as a plugin, is not found. Run 'npm install ${PLUGIN.name}'.`;
}

function resolves(transform: string, tsconfig: string): boolean {
  try {
    createRequire(tsconfig).resolve(transform);
    return true;
  } catch {
    return false;
  }
}
