/**
 * Runs a project's own compiler as `tsc` would, in this process: arguments, output, exit code and all. Its
 * text is told to create its programs through us before it is run; no file on the disk is changed.
 */
import fs from "node:fs";
import Module from "node:module";
import path from "node:path";
import type ts from "typescript";
import { VERSION } from "../../version.js";
import { hookingAtBirth } from "./hook-at-birth.js";
import { type Hooked, hookedInto } from "./hook-program.js";
import { markingText, readingMarked } from "./mark-build-info.js";
import { BRIDGE, type Bridge, withBridge, withCommandLine } from "./tsc-text.js";

type Runnable = typeof ts & { executeCommandLine(system: ts.System, done: () => void, args: readonly string[]): void; Debug: { loggingHost?: object } };
type RunnableSystem = ts.System & { setBlocking?(): void };

export function runTsc(typescriptFolder: string, args: readonly string[]): void {
  const library = path.join(typescriptFolder, "lib");
  const read = (name: string): string | undefined => {
    const file = path.join(library, name);
    return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : undefined;
  };
  process.argv = [process.argv[0]!, path.join(library, "tsc.js"), ...args];

  const isBuild = args.some((each) => /^--?b(?:uild)?$/i.test(each));
  let compiler: typeof ts | undefined;
  let latest: Hooked | undefined;
  const bridge: Bridge = {
    createProgram: (original, given) => {
      // Programs of our own are not to be hooked.
      compiler ??= Object.create(typescript, { createProgram: { value: original } }) as typeof ts;
      const program = hookingAtBirth(compiler, original, { isOptedIn: true })(...(given as Parameters<typeof original>));
      latest = hookedInto(program);
      return program;
    },
    getBuildInfo: (original, given) => readingMarked(original, VERSION, !isBuild)(...given),
    getBuildInfoText: (original, given) => markingText(original, VERSION, () => !isBuild && (latest?.errorsOf(undefined).length ?? 0) > 0)(...given),
  };
  (globalThis as { [BRIDGE]?: Bridge })[BRIDGE] = bridge;

  const text = withCommandLine(withBridge(read("typescript.js")!), () => read("tsc.js")!);
  const typescript = compiled(path.join(library, "typescript.js"), text) as Runnable;
  const system: RunnableSystem = typescript.sys;
  typescript.Debug.loggingHost = { log: (_: number, text: string) => system.write(`${text || ""}${system.newLine}`) };
  system.setBlocking?.();
  typescript.executeCommandLine(system, () => {}, args);
}

function compiled(file: string, text: string): unknown {
  const module = new Module(file) as Module & { _compile(text: string, file: string): void };
  module.filename = file;
  module.paths = (Module as unknown as { _nodeModulePaths(folder: string): string[] })._nodeModulePaths(path.dirname(file));
  module._compile(text, file);
  return module.exports;
}
