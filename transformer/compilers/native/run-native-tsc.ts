/** tsc of TypeScript 7 with dataflows: the compiler's own program and our analysis, side by side. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { loadApi } from "./load-api.js";
import { startSession } from "./session.js";
import { parseCommandLine } from "./tsc/command-line.js";
import { compileOnce, type Tsc } from "./tsc/compile-once.js";
import { planOf } from "./tsc/plan.js";
import { executableOf, passThrough } from "./tsc/tsc-process.js";

export interface NativeTsc {
  /** The folder of the project's own package `typescript`. */
  readonly typescriptFolder: string;
  /** Those of tsc. */
  readonly args: readonly string[];
  readonly cwd: string;
}

/** Prints what tsc would, our findings among it, and gives its exit code. */
export async function runNativeTsc({ typescriptFolder, args, cwd }: NativeTsc): Promise<number> {
  const executable = await executableOf(typescriptFolder);
  const commandLine = parseCommandLine(args);
  const plan = commandLine.mode === "neither" ? undefined : planOf(commandLine, args, cwd);
  if (!plan) return passThrough(executable, args, cwd);

  const tsc: Tsc = { executable, cwd, nothingWritten: nothingWrittenCode(typescriptFolder), openSession: async () => startSession(await loadApi(typescriptFolder), cwd) };
  if (commandLine.watch) return (await import("./tsc/watch.js")).watch(tsc, plan);
  return commandLine.mode === "build" ? (await import("./tsc/build-projects.js")).buildProjects(tsc, plan) : compileOnce(tsc, plan);
}

/** tsc's exit code where something is wrong and nothing was written: it has changed with 7.1. */
function nothingWrittenCode(typescriptFolder: string): number {
  const { version } = JSON.parse(readFileSync(path.join(typescriptFolder, "package.json"), "utf8")) as { version: string };
  return version.startsWith("7.0.") ? 1 : 2;
}
