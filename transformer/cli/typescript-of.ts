import { type Installed, installed } from "./installed.js";
import { problems } from "./problem.js";

export interface ProjectTypescript extends Installed {
  /** From 7 on it is a native program, and its API another. */
  readonly isNative: boolean;
}

/** The TypeScript that a project itself has, looked for from these folders; throws where there is none that we know. */
export function typescriptOf(...folders: readonly string[]): ProjectTypescript {
  const found = installed("typescript", ...folders);
  if (!found) throw problems.noTypescript();
  if (!isSupported(found.version)) throw problems.unsupportedTypescript(found.version);
  return { ...found, isNative: Number.parseInt(found.version, 10) >= 7 };
}

function isSupported(version: string): boolean {
  const [major, minor] = version.split(".").map(Number) as [number, number];
  return (major === 4 && minor >= 9) || (major > 4 && major < 8);
}
