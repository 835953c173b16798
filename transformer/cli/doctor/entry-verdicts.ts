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
  const { transform, transformProgram } = entry as { transform?: unknown; transformProgram?: unknown };
  if (!isNeeded) return [ok(`'${name}' names the plugin.`)];
  const isIncomplete = transform === undefined || (transformProgram !== true && Number.parseInt(version, 10) >= 5);
  if (isIncomplete) return [wrong(`The plugin's entry in '${name}' is not complete. Let it be ${WHOLE}.`)];
  if (!resolves(String(transform), tsconfig)) return [wrong(`'${String(transform)}', which '${name}' names as a plugin, is not found. Run 'npm install ${PLUGIN.name}'.`)];
  return [ok(`'${name}' names the plugin.`)];
}

function resolves(transform: string, tsconfig: string): boolean {
  try {
    createRequire(tsconfig).resolve(transform);
    return true;
  } catch {
    return false;
  }
}
