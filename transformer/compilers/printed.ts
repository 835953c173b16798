/** Transform a type's text, as a compiler prints it, Into ours: the same from every compiler and on every machine. */
import path from "node:path";
import { sortedUnions } from "./sorted-unions.js";

export function printed(text: string): string {
  return sortedUnions(withoutPaths(text));
}

/** A module's type prints with the absolute path of its file: the file's name says enough. */
function withoutPaths(text: string): string {
  return text.replace(/import\("([^"]+)"\)/g, (_, file: string) => `import("${path.posix.basename(file)}")`);
}
