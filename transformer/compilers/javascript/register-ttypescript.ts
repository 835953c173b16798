/**
 * `node -r icosian/transformer/register node_modules/.bin/ttsc`: every program that ttypescript creates is
 * hooked at birth, and thereby every mode of the compiler reports our errors.
 */
import { realpathSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type ts from "typescript";
import { hookingAtBirth } from "./hook-at-birth.js";

interface PatchModule {
  patchCreateProgram: (compiler: { -readonly [Name in keyof typeof ts]: (typeof ts)[Name] }, ...rest: unknown[]) => typeof ts;
}

export function registerTtypescript(script = process.argv[1] ?? ""): void {
  const patchModule = requireFrom([script, path.join(process.cwd(), "package.json")]);
  // Another program of Node's, to which this says nothing.
  if (!patchModule) return;
  const { patchCreateProgram } = patchModule;
  patchModule.patchCreateProgram = (compiler, ...rest) => {
    const patched = patchCreateProgram(compiler, ...rest);
    compiler.createProgram = hookingAtBirth(patched, patched.createProgram, { isOptedIn: false });
    return patched;
  };
}

/** The module as the script that is about to run will load it, else as the working directory has it. */
function requireFrom(places: readonly string[]): PatchModule | undefined {
  for (const place of places) {
    try {
      return createRequire(realpathSync(place))("ttypescript/lib/patchCreateProgram") as PatchModule;
    } catch {
      // Elsewhere, then.
    }
  }
  return undefined;
}
