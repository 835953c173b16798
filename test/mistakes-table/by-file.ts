import path from "node:path";
import type ts from "typescript";
import type { Compilation } from "../compile";

/** Diagnostics by the name of their file. */
export function byFile({ diagnostics }: Compilation): ReadonlyMap<string, readonly ts.Diagnostic[]> {
  const found = new Map<string, ts.Diagnostic[]>();
  for (const each of diagnostics) {
    const name = path.basename(each.file!.fileName);
    found.set(name, [...(found.get(name) ?? []), each]);
  }
  return found;
}
