import path from "node:path";
import { namedProject } from "./named-project.js";
import { typescriptOf } from "./typescript-of.js";

/** Ends the process as tsc does, with its exit code. */
export async function tsc(args: readonly string[]): Promise<void> {
  const cwd = process.cwd();
  const { folder, isNative } = typescriptOf(cwd, path.resolve(cwd, projectOf(args)));
  if (isNative) {
    const { runNativeTsc } = await import("../compilers/native/run-native-tsc.js");
    process.exitCode = await runNativeTsc({ typescriptFolder: folder, args, cwd });
    return;
  }
  const { runTsc } = await import("../compilers/javascript/run-tsc.js");
  runTsc(folder, args);
}

/** The folder of the first project that the arguments name. */
function projectOf(args: readonly string[]): string {
  const named = namedProject(args) ?? ".";
  return named.endsWith(".json") ? path.dirname(named) : named;
}
