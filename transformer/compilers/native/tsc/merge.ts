/** Transform tsc's output and our findings Into one report: sorted by place, with one summary. */
import path from "node:path";
import type { Finding } from "../../../model.js";
import { formatFinding, type FormatOptions, lineAndColumn, relativePath } from "./format-finding.js";
import { type Piece, readOutput } from "./output.js";
import { summary } from "./summary.js";

export function mergeReport(output: string, findings: readonly Finding[], options: FormatOptions): string {
  if (findings.length === 0) return output;
  const pieces = readOutput(output);
  for (const finding of findings) insert(pieces, pieceOf(finding, options), options.cwd);
  const reported = pieces.filter(({ isSummary }) => !isSummary);
  const errors = reported.flatMap(({ error }) => error ?? []);
  const text = options.pretty ? summary(errors) : "";
  const at = pieces.findIndex(({ isSummary }) => isSummary);
  if (at === -1) return reported.map((each) => each.text).join("") + text;
  // The empty line before a summary is part of what stands before it.
  return pieces.map((each, index) => (index === at ? text.replace(/^\n/, "") : each.text)).join("");
}

function pieceOf(finding: Finding, options: FormatOptions): Piece {
  const text = formatFinding(finding, options);
  if (!finding.place) return { text, error: { line: 0, column: 0 } };
  return { text, error: { file: relativePath(finding.place.file.fileName, options.cwd), ...lineAndColumn(finding.place) } };
}

/** Before the first error that stands behind it, else behind the last error. */
function insert(pieces: Piece[], piece: Piece, cwd: string): void {
  const isBehind = ({ error }: Piece): boolean => error !== undefined && compare(error, piece.error!, cwd) > 0;
  const before = pieces.findIndex(isBehind);
  if (before !== -1) return void pieces.splice(before, 0, piece);
  const lastError = pieces.map(({ error }) => error !== undefined).lastIndexOf(true);
  const summaryAt = pieces.findIndex(({ isSummary }) => isSummary);
  if (lastError !== -1) return void pieces.splice(lastError + 1, 0, withGap(pieces, lastError, piece));
  pieces.splice(summaryAt === -1 ? 0 : summaryAt, 0, piece);
}

/** The last error has the empty line of the summary behind its own: it goes behind ours. */
function withGap(pieces: Piece[], at: number, piece: Piece): Piece {
  const last = pieces[at]!;
  if (!pieces[at + 1]?.isSummary || !last.text.endsWith("\n\n\n")) return piece;
  pieces[at] = { ...last, text: last.text.slice(0, -1) };
  return { ...piece, text: `${piece.text}\n` };
}

type Printed = NonNullable<Piece["error"]>;

function compare(a: Printed, b: Printed, cwd: string): number {
  if (a.file === undefined || b.file === undefined) return Number(b.file === undefined) - Number(a.file === undefined);
  const [first, second] = [path.resolve(cwd, a.file), path.resolve(cwd, b.file)];
  if (first !== second) return first < second ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
