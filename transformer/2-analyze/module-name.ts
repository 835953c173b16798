import type { SourceFile } from "../compilers/port.js";

/** What a compiled package's module is called, by its declarations. */
export function moduleName({ fileName }: SourceFile): string {
  return fileName.slice(fileName.lastIndexOf("/") + 1).replace(/\.d(\.[cm]?)ts$/, "$1js");
}
