/** The lines that a place is about, with `~~~` under it, as tsc's pretty output has them. */
import type { SourceFile } from "../../port.js";
import type { Place } from "../../../model.js";
import { INVERSE, painted } from "../../../diagnostics/colours.js";

/** Of longer stretches, the first two and the last two lines. */
const LINES = 5;

/** One file may have many places. */
const known = new WeakMap<SourceFile, readonly string[]>();

export function codeFrame({ file, start, length }: Place, indent: string, colour: string): string {
  const first = file.getLineAndCharacterOfPosition(start);
  const last = file.getLineAndCharacterOfPosition(start + length);
  const lines = linesOf(file);
  const isLong = last.line - first.line >= LINES - 1;
  const width = Math.max(String(last.line + 1).length, isLong ? "...".length : 0);
  const gutter = (text: string): string => `${indent}${painted(text.padStart(width), INVERSE)} `;
  const shown: string[] = [];
  for (let line = first.line; line <= last.line; line++) {
    if (isLong && first.line + 1 < line && line < last.line - 1) {
      shown.push(`${gutter("...")}`);
      line = last.line - 1;
    }
    const text = (lines[line] ?? "").trimEnd().replaceAll("\t", " ");
    shown.push(gutter(String(line + 1)) + text, gutter("") + painted(marks(text, line), colour));
  }
  return shown.join("\n");

  function marks(text: string, line: number): string {
    if (line === first.line) {
      const end = line === last.line ? last.character : text.length;
      return " ".repeat(first.character) + "~".repeat(Math.max(end - first.character, 0));
    }
    if (line === last.line) return text.slice(0, last.character).replace(/./g, "~");
    return text.replace(/./g, "~");
  }
}

function linesOf(file: SourceFile): readonly string[] {
  let lines = known.get(file);
  if (!lines) known.set(file, (lines = file.text.split(/\r?\n/)));
  return lines;
}
