/** `icosian tsc` over TypeScript 7, whose own tsc is a native program. */
import path from "node:path";
import { ENTRIES, type Entry } from "./entries";
import { modulesOf, type ToolchainName } from "./toolchains";

export interface NativeEntry extends Entry {
  /** tsc's exit code for an error where nothing was written. */
  readonly nothingWritten: number;
}

const [{ command }] = ENTRIES.filter(({ name }) => name.startsWith("icosian tsc")) as [Entry];

export const NATIVE_ENTRIES: readonly NativeEntry[] = [
  { name: "icosian tsc, 7.0.2", toolchain: "7.0", command, needsEntry: false, nothingWritten: 1 },
  { name: "icosian tsc, 7.1.0-beta", toolchain: "7.1", command, needsEntry: false, nothingWritten: 2 },
];

/** The script that a project without us runs. */
export function plainTsc(toolchain: ToolchainName): string {
  return path.join(modulesOf(toolchain), "typescript/bin/tsc");
}
