/** Transform findings Into what programs are given: plain data, with places as people count them. */
import path from "node:path";
import type { Explanation } from "../compilers/questions.js";
import type { Finding, Place } from "../model.js";

/** Lines and columns count from 1, the end is exclusive; without a file, it is about the whole project. */
export interface ReportPlace {
  /** Relative to the working directory, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface ReportItem extends Partial<ReportPlace> {
  /** As tsc shows it, less its `TS`. */
  readonly code: number;
  readonly message: string;
  /** Why, in TypeScript's own words: each with what follows from it. */
  readonly elaboration: readonly Elaboration[];
  readonly related: readonly Omit<ReportItem, "elaboration" | "related">[];
}

export interface Elaboration {
  readonly code: number;
  readonly message: string;
  readonly next: readonly Elaboration[];
}

/** In the order of files and places, each once. */
export function report(findings: readonly Finding[], cwd = process.cwd()): ReportItem[] {
  const items = findings.map(item).sort(byPlace);
  const seen = new Set<string>();
  return items.filter((each) => {
    const key = JSON.stringify(each);
    return !seen.has(key) && seen.add(key);
  });

  function item({ code, text, place, explanation, related }: Finding): ReportItem {
    return {
      ...placed(place),
      code,
      message: text,
      elaboration: explanation ? [elaboration(explanation)] : [],
      related: related.map((each) => ({ ...placed(each.place), code: each.code, message: each.text })),
    };
  }

  function placed(place: Place | undefined): Partial<ReportPlace> {
    if (!place) return {};
    const { file, start, length } = place;
    const from = file.getLineAndCharacterOfPosition(start);
    const to = file.getLineAndCharacterOfPosition(start + length);
    const relative = path.relative(cwd, path.resolve(file.fileName)).replaceAll("\\", "/");
    return { file: relative, line: from.line + 1, column: from.character + 1, endLine: to.line + 1, endColumn: to.character + 1 };
  }
}

function elaboration({ code, text, next }: Explanation): Elaboration {
  return { code, message: text, next: next.map(elaboration) };
}

function byPlace(a: ReportItem, b: ReportItem): number {
  const [from, to] = [a.file ?? "", b.file ?? ""];
  if (from !== to) return from < to ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || a.code - b.code;
}

/** The message, and below it its elaboration, each level further in: as tsc prints it. */
export function fullText({ message, elaboration }: Pick<ReportItem, "message" | "elaboration">): string {
  const lines = [message];
  const add = (all: readonly Elaboration[], indent: string): void => {
    for (const { message, next } of all) {
      lines.push(indent + message);
      add(next, `${indent}  `);
    }
  };
  add(elaboration, "  ");
  return lines.join("\n");
}
