/** Transform a compiler's `createProgram` Into one whose every program is hooked before anyone else sees it. */
import type ts from "typescript";
import { pluginEntry } from "../../plugin-entry.js";
import { hookOf } from "./hook-of.js";
import { hookedInto, hookProgram } from "./hook-program.js";
import { isOfSecondProgram } from "./second-program.js";

export type CreateProgram = typeof ts.createProgram;

/** `isOptedIn` tells whether a project counts whose tsconfig has no entry for the plugin. */
export function hookingAtBirth(compiler: typeof ts, createProgram: CreateProgram, { isOptedIn }: { isOptedIn: boolean }): CreateProgram {
  const hooking = (...args: Parameters<CreateProgram> | [ts.CreateProgramOptions]): ts.Program => {
    const program = createProgram(...(args as Parameters<CreateProgram>));
    const config = pluginEntry(program.getCompilerOptions()["plugins"]) ?? (isOptedIn ? {} : undefined);
    const [first, , third] = args;
    const host = Array.isArray(first) ? third : (first as ts.CreateProgramOptions).host;
    if (!config || hookedInto(program) || isOfSecondProgram(host)) return program;
    const hook = hookOf({ compiler, program, host, config });
    if (hook) hookProgram(hook);
    return program;
  };
  return hooking;
}
