/** The compiler's own program. */
import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { importModule } from "../import-module.js";

export interface Run {
  readonly code: number;
  readonly output: string;
}

/** The program for this machine, which stands in a package of its own. */
export async function executableOf(typescriptFolder: string): Promise<string> {
  const module = (await importModule(pathToFileURL(path.join(typescriptFolder, "lib/getExePath.js")).href)) as { default(): string };
  return module.default();
}

/** Its output is held back: ours is put between. */
export function startTsc(executable: string, args: readonly string[], cwd: string): ChildProcess {
  return spawn(executable, args, { cwd, stdio: ["inherit", "pipe", "inherit"] });
}

export function runTsc(executable: string, args: readonly string[], cwd: string): Promise<Run> {
  const child = startTsc(executable, args, cwd);
  const chunks: Buffer[] = [];
  child.stdout!.on("data", (chunk: Buffer) => void chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

/** Where nothing of ours is to be said. */
export function passThrough(executable: string, args: readonly string[], cwd: string): Promise<number> {
  const child = spawn(executable, args, { cwd, stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
