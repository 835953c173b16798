/** Transform tsc's output and our findings Into one report: sorted by place, with one summary. */
import path from "node:path";
import type { Finding } from "../../../model.js";
import { remembered } from "../../remembered.js";
import { formatFinding, type FormatOptions, lineAndColumn, relativePath } from "./format-finding.js";
import { type Piece, readOutput } from "./output.js";
import { summary } from "./summary.js";

export function mergeReport(output: string, findings: readonly Finding[], options: FormatOptions): string {
  if (findings.length === 0) return output;
  const pieces = merged(readOutput(output), findings.map((finding) => pieceOf(finding, options)), options.cwd);
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

/** Each of ours before the first of tsc's errors that stands behind it, else behind the last of them. */
function merged(pieces: readonly Piece[], ours: readonly Piece[], cwd: string): Piece[] {
  const resolved = remembered((file: string) => path.resolve(cwd, file));
  const waiting = [...ours].sort((a, b) => compare(a.error!, b.error!, resolved));
  const all: Piece[] = [];
  let next = 0;
  for (const piece of pieces) {
    const { error } = piece;
    while (error && next < waiting.length && compare(error, waiting[next]!.error!, resolved) > 0) all.push(waiting[next++]!);
    all.push(piece);
  }
  append(all, waiting.slice(next));
  return all;
}

function append(pieces: Piece[], rest: readonly Piece[]): void {
  const lastError = pieces.map(({ error }) => error !== undefined).lastIndexOf(true);
  const summaryAt = pieces.findIndex(({ isSummary }) => isSummary);
  if (lastError === -1) pieces.splice(Math.max(summaryAt, 0), 0, ...rest);
  else pieces.splice(lastError + 1, 0, ...withGap(pieces, lastError, rest));
}

/** The last error has the empty line of the summary behind its own: it goes behind ours. */
function withGap(pieces: Piece[], at: number, rest: readonly Piece[]): readonly Piece[] {
  const before = pieces[at]!;
  const last = rest.at(-1);
  if (!last || !pieces[at + 1]?.isSummary || !before.text.endsWith("\n\n\n")) return rest;
  pieces[at] = { ...before, text: before.text.slice(0, -1) };
  return [...rest.slice(0, -1), { ...last, text: `${last.text}\n` }];
}

type Printed = NonNullable<Piece["error"]>;

function compare(a: Printed, b: Printed, resolved: (file: string) => string): number {
  if (a.file === undefined || b.file === undefined) return Number(b.file === undefined) - Number(a.file === undefined);
  const [first, second] = [resolved(a.file), resolved(b.file)];
  if (first !== second) return first < second ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
