/** Does what package.json calls load plugins? */
import fs from "node:fs";
import path from "node:path";
import { type Installed, installed } from "../installed.js";
import type { ProjectTypescript } from "../typescript-of.js";
import type { CompileCommand } from "./compile-commands.js";
import { note, ok, type Verdict, wrong } from "./verdict.js";

export interface Build {
  readonly folder: string;
  readonly tsconfig: string;
  readonly typescript: ProjectTypescript;
  readonly commands: readonly CompileCommand[];
}

export function buildVerdicts(build: Build): Verdict[] {
  const { tsconfig, commands } = build;
  if (commands.length === 0) {
    return [note(`No script of package.json runs a compiler on '${path.basename(tsconfig)}'. 'npx icosian tsc' does so with the plugin.`), ...patcherVerdicts(build)];
  }
  return [...commands.map((each) => commandVerdict(each, build)), ...patcherVerdicts(build)];
}

function commandVerdict(command: CompileCommand, { folder, typescript, commands }: Build): Verdict {
  const { script, compiler, emits, isPreloaded } = command;
  const runs = `The script '${script}' runs '${compiler}'`;
  if (compiler === "icosian tsc") return ok(`${runs}.`);
  if (typescript.isNative) return wrong(`${runs}, and TypeScript 7 loads no plugins. Let it run 'icosian tsc'.`);
  if (compiler === "tsc") {
    if (isPatched(typescript)) return ok(`${runs}, which ts-patch has patched.`);
    const isJustACheck = !emits && commands.some((each) => each.compiler !== "tsc");
    if (isJustACheck) return note(`${runs} without output and without plugins: it does not check dataflows. 'icosian tsc' does.`);
    return wrong(`${runs}, which is not patched and ignores plugins in silence. Let it run 'icosian tsc', or '${patcherFor(typescript).command}' of ${patcherFor(typescript).name}.`);
  }
  const patcher = patcherFor(typescript);
  const found = installed(patcher.name, folder);
  if (compiler !== patcher.command) return wrong(`${runs}, which is not for TypeScript ${typescript.version}. Let it run '${patcher.command}' of ${patcher.name}: 'npm install -D ${patcher.install}'.`);
  if (!found) return wrong(`${runs}, and ${patcher.name} is not installed. Run 'npm install -D ${patcher.install}'.`);
  if (compiler === "ttsc" && !isPreloaded) {
    return note(`${runs} without our preload: under '--incremental --noEmit' it would not load the plugin. 'node -r icosian/transformer/register node_modules/.bin/ttsc' always does.`);
  }
  return ok(`${runs}.`);
}

/** Whether the patcher fits the compiler, where one is installed. */
function patcherVerdicts({ folder, typescript, commands }: Build): Verdict[] {
  const patch = installed("ts-patch", folder);
  if (typescript.isNative) {
    const isCalled = commands.some(({ compiler }) => compiler === "tspc");
    return patch && !isCalled ? [note(`ts-patch ${patch.version} is installed, and cannot patch TypeScript ${typescript.version}: 'icosian tsc' needs no patch.`)] : [];
  }
  const { name, fits, install } = patcherFor(typescript);
  const found = installed(name, folder);
  if (!found) return [];
  if (fits(found)) return [ok(`${name} ${found.version} is for this TypeScript.`)];
  const isCalled = commands.some(({ compiler }) => compiler !== "icosian tsc");
  const text = `${name} ${found.version} is not for TypeScript ${typescript.version}.`;
  return [isCalled ? wrong(`${text} Run 'npm install -D ${install}'.`) : note(`${text} 'icosian tsc' needs none.`)];
}

interface Patcher {
  readonly name: string;
  readonly command: "tspc" | "ttsc";
  readonly install: string;
  readonly fits: (found: Installed) => boolean;
}

function patcherFor({ version }: ProjectTypescript): Patcher {
  const major = Number.parseInt(version, 10);
  const majorOf = (found: Installed): number => Number.parseInt(found.version, 10);
  // ttypescript 2 is a compiler of its own, a fork of TypeScript 2.5, that never loads a plugin.
  if (major === 4) return { name: "ttypescript", command: "ttsc", install: "ttypescript@1.5.15", fits: ({ version }) => /^1\.5\./.test(version) };
  if (major === 5) return { name: "ts-patch", command: "tspc", install: "ts-patch@3.3.0", fits: (found) => majorOf(found) === 3 };
  return { name: "ts-patch", command: "tspc", install: "ts-patch@4.0.1", fits: (found) => majorOf(found) === 3 || majorOf(found) === 4 };
}

/** ts-patch writes a header into what it has patched. */
function isPatched({ folder }: ProjectTypescript): boolean {
  return ["_tsc.js", "tsc.js"].some((name) => {
    const file = path.join(folder, "lib", name);
    return fs.existsSync(file) && fs.readFileSync(file, "utf8").startsWith("/// tsp-module:");
  });
}
