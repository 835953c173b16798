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

/** What these ask of tsc is no compilation. */
const NO_COMPILATION = /^--?(?:init|version|v|help|h|all|showConfig|listFilesOnly|clean)$/i;

/** Of the nearest package.json from the project upwards that has any. */
export function compileCommands(tsconfig: string): CompileCommand[] {
  for (let folder = path.dirname(tsconfig); ; folder = path.dirname(folder)) {
    const found = Object.entries(scriptsIn(folder)).flatMap(([script, text]) => commandsOf(script, text, folder, tsconfig));
    if (found.length > 0 || folder === path.dirname(folder)) return found;
  }
}

function scriptsIn(folder: string): Readonly<Record<string, string>> {
  try {
    const { scripts = {} } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8")) as { scripts?: Record<string, string> };
    return Object.fromEntries(Object.entries(scripts).filter(([, text]) => typeof text === "string"));
  } catch {
    return {};
  }
}

function commandsOf(script: string, text: string, start: string, tsconfig: string): CompileCommand[] {
  let folder = start;
  return text.split(/&&|\|\||[;|&\n]/).flatMap((command): CompileCommand[] => {
    const words = command.replace(/["']/g, " ").trim().split(/\s+/);
    if (words[0] === "cd" && words[1] !== undefined) folder = path.resolve(folder, words[1]);
    const at = words.findIndex((word, index) => compilerOf(word) !== undefined && !words[index - 1]?.startsWith("--"));
    if (at === -1 || words[0] === "echo") return [];
    const args = words.slice(at + 1);
    if (args.some((each) => NO_COMPILATION.test(each)) || projectOf(args, folder) !== tsconfig) return [];
    const compiler = words[at - 1] !== undefined && baseName(words[at - 1]!) === "icosian" ? "icosian tsc" : compilerOf(words[at]!)!;
    return [{ script, compiler, emits: !args.some((each) => /^--noEmit$/i.test(each)), isPreloaded: words.slice(0, at).some((each) => each.includes("icosian/transformer/register")) }];
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
