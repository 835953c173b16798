import { shortened } from "./plain-text.js";
import { type Font, graphemesOf, textWidth } from "./text-width.js";

export interface TextLine {
  readonly text: string;
  /** In pixels. */
  readonly width: number;
}

/** A text in lines of at most `maxWidth` pixels. It breaks where names and types have joints; what does not fit ends in an ellipsis. */
export function fitText(text: string, font: Font, maxWidth: number, maxLines: number): TextLine[] {
  const all = graphemesOf(shortened(text, 2_000));
  const widths = all.map((grapheme) => textWidth(grapheme, font));
  const lines: TextLine[] = [];
  let start = 0;
  do {
    while (lines.length > 0 && all[start] === " ") start++;
    const isLast = lines.length === maxLines - 1;
    let end = endOfLine(widths, start, maxWidth);
    if (end === all.length) {
      lines.push(lineOf(all, start, end, widths));
    } else if (isLast) {
      end = endOfLine(widths, start, maxWidth - textWidth("…", font));
      const kept = lineOf(all, start, end, widths);
      lines.push({ text: `${kept.text}…`, width: kept.width + textWidth("…", font) });
      break;
    } else {
      end = lastJoint(all, start, end);
      lines.push(lineOf(all, start, end, widths));
    }
    start = end;
  } while (start < all.length);
  return lines;
}

/** The end of the longest piece from `start` that fits; one character at least. */
function endOfLine(widths: readonly number[], start: number, maxWidth: number): number {
  let end = start;
  for (let width = 0; end < widths.length; end++) {
    width += widths[end]!;
    if (width > maxWidth) break;
  }
  return Math.max(end, start + 1);
}

/** The last place before `end` where a word of a name or a part of a type is over; `end` itself if there is none. */
function lastJoint(all: readonly string[], start: number, end: number): number {
  for (let i = end; i > start + (end - start) / 3; i--) {
    const before = all[i - 1]!;
    const after = all[i]!;
    if (/[\s_\-.,;:|&/>)\]}]/.test(before) && !/[\s_,;>)\]}]/.test(after)) return i;
    if (/[\p{Ll}\d]/u.test(before) && /\p{Lu}/u.test(after)) return i;
  }
  return end;
}

function lineOf(all: readonly string[], start: number, end: number, widths: readonly number[]): TextLine {
  let last = end;
  while (last > start + 1 && all[last - 1] === " ") last--;
  const text = all.slice(start, last).join("");
  return { text, width: widths.slice(start, last).reduce((sum, width) => sum + width, 0) };
}
