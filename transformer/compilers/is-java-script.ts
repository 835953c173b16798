import type { SourceFile } from "./port.js";

/** Whether types are not written in a file, but in its comments if at all. */
export function isJavaScript({ fileName }: SourceFile): boolean {
  return /\.[cm]?jsx?$/.test(fileName);
}
