/** Transform what tsc printed Into its errors, each with its place, and what stands around them. */
import { stripVTControlCharacters } from "node:util";

/** A stretch of tsc's output, as it was printed. */
export interface Piece {
  readonly text: string;
  /** Set for an error: where tsc says that it is. */
  readonly error?: PrintedPlace;
  readonly isSummary?: true;
}

export interface PrintedPlace {
  /** As tsc prints it; undefined for an error of no file in particular. */
  readonly file?: string;
  readonly line: number;
  readonly column: number;
}

const PLAIN = /^(.+)\((\d+),(\d+)\): error TS\d+: /;
const PRETTY = /^(\S.*?):(\d+):(\d+) - error TS\d+: /;
const PLACELESS = /^error TS\d+: /;
const SUMMARY = /^Found \d+ errors?(?! *\. Watching)/;
/** What stands between errors, or after them. */
const OTHER = /^(?:TSFILE: |Files: +\d|\[?\d{1,2}:\d\d:\d\d )/;

export function readOutput(text: string): Piece[] {
  const pieces: { text: string; error?: PrintedPlace; isSummary?: true }[] = [];
  for (const line of text.split(/(?<=\n)/)) {
    const bare = stripVTControlCharacters(line);
    const last = pieces.at(-1);
    const error = placeIn(bare);
    if (error) pieces.push({ text: line, error });
    else if (SUMMARY.test(bare)) pieces.push({ text: line, isSummary: true });
    else if (last && !OTHER.test(bare) && !(last.error && isPlain(last.text) && !/^\s/.test(bare))) last.text += line;
    else pieces.push({ text: line });
  }
  return pieces;
}

function placeIn(line: string): PrintedPlace | undefined {
  const [, file, row, column] = PLAIN.exec(line) ?? PRETTY.exec(line) ?? [];
  if (file !== undefined) return { file, line: Number(row), column: Number(column) };
  return PLACELESS.test(line) ? { line: 0, column: 0 } : undefined;
}

/** Of a plain error, only indented lines are part. */
function isPlain(text: string): boolean {
  return !text.includes("\u001b[");
}
