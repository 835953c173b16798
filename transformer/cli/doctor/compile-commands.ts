/** Transform the scripts of package.json Into the compilers that they run on a project. */
import fs from "node:fs";
import path from "node:path";
import { namedProject } from "../named-project.js";

export type CompilerCommand = "tsc" | "tspc" | "ttsc" | "icosian tsc";

export interface CompileCommand {
  /** The script's name in package.json. */
  readonly script: string;
  readonly compiler: CompilerCommand;
  readonly emits: boolean;
  /** Whether it is loaded with our preload for ttypescript. */
  readonly isPreloaded: boolean;
}

type Scripts = Readonly<Record<string, string>>;

/** What these ask of tsc is no compilation; under `-b` some letters mean something else. */
const NO_COMPILATION = /^--?(?:init|version|v|help|h|all|showConfig|listFilesOnly)$/i;
const NO_BUILD = /^--?(?:version|help|h|clean|dry|d)$/i;

const RUNS_SCRIPTS = /^(?:npm|pnpm|yarn|bun|npm-run-all|run-[sp])$/;
const TAKES_FILES = /^(?:echo|rm|rimraf|mkdir|cp|mv)$/;

/** Of the nearest package.json from the project upwards that has any. */
export function compileCommands(tsconfig: string): CompileCommand[] {
  for (let folder = path.dirname(tsconfig); ; folder = path.dirname(folder)) {
    const scripts = scriptsIn(folder);
    const found = Object.keys(scripts).flatMap((script) => commandsOf(script, scripts, folder, tsconfig));
    if (found.length > 0 || folder === path.dirname(folder)) return found;
  }
}

function scriptsIn(folder: string): Scripts {
  try {
    const { scripts = {} } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8")) as { scripts?: Record<string, string> };
    return Object.fromEntries(Object.entries(scripts).filter(([, text]) => typeof text === "string"));
  } catch {
    return {};
  }
}

function commandsOf(script: string, scripts: Scripts, start: string, tsconfig: string): CompileCommand[] {
  let folder = start;
  return scripts[script]!.split(/&&|\|\||[;|&()\n]/).flatMap((command): CompileCommand[] => {
    const words = command.replace(/["']/g, " ").trim().split(/\s+/);
    if (words[0] === "cd" && words[1] !== undefined) folder = path.resolve(folder, words[1]);
    const at = words.findIndex((word) => compilerOf(word) !== undefined);
    if (at === -1) return [];
    const [before, args] = [words.slice(0, at), words.slice(at + 1)];
    const tools = before.map(baseName);
    const isAScript = words[at] !== script && Object.hasOwn(scripts, words[at]!) && tools.some((each) => RUNS_SCRIPTS.test(each));
    if (isAScript || tools.some((each) => TAKES_FILES.test(each))) return [];
    const notCompiling = /^--?b(?:uild)?$/i.test(args[0] ?? "") ? NO_BUILD : NO_COMPILATION;
    if (args.some((each) => notCompiling.test(each)) || projectOf(args, folder) !== tsconfig) return [];
    const compiler = tools.at(-1) === "icosian" ? "icosian tsc" : compilerOf(words[at]!)!;
    return [{ script, compiler, emits: !args.some((each) => /^--noEmit$/i.test(each)), isPreloaded: before.some((each) => each.includes("icosian/transformer/register")) }];
  });
}

function compilerOf(word: string): Exclude<CompilerCommand, "icosian tsc"> | undefined {
  const name = baseName(word);
  if (name === "tsc" && /[\\/]ttypescript[\\/]/.test(word)) return "ttsc";
  return name === "tsc" || name === "tspc" || name === "ttsc" ? name : undefined;
}

/** `./node_modules/.bin/tsc` and `node_modules/typescript/lib/tsc.js` are `tsc`. */
function baseName(word: string): string {
  return path.posix.basename(word.replaceAll("\\", "/")).replace(/\.(?:js|cmd)$/, "");
}

/** The tsconfig that the arguments mean; none where they name files. */
function projectOf(args: readonly string[], folder: string): string | undefined {
  const named = namedProject(args);
  if (named === undefined && args.some((each) => /\.[cm]?tsx?$/.test(each))) return undefined;
  const place = path.resolve(folder, named ?? "tsconfig.json");
  return fs.statSync(place, { throwIfNoEntry: false })?.isDirectory() ? path.join(place, "tsconfig.json") : place;
}
