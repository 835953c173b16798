/** Transform a report Into text for people: each finding with its line, and what it is about underlined. */
import fs from "node:fs";
import { BLUE, GREY, INVERSE, painted, RED, YELLOW } from "../diagnostics/colours.js";
import type { Checked } from "./check.js";
import { fullText, type ReportItem, type ReportPlace } from "./report.js";
import { summary } from "./summary.js";

type Paint = (text: string) => string;

export function formatPretty({ findings, typescriptErrors }: Checked, isColored: boolean): string {
  const paint = (colour: string): Paint => (text) => (isColored ? painted(text, colour) : text);
  const [red, blue, yellow, grey, inverse] = [paint(RED), paint(BLUE), paint(YELLOW), paint(GREY), paint(INVERSE)];
  const texts = new Map<string, string[]>();
  return [...findings.map(item), `${summary(findings, typescriptErrors)}\n`].join("\n");

  function item(finding: ReportItem): string {
    const head = `${red("error")}${grey(` TS${finding.code}: `)}${fullText(finding)}`;
    const related = finding.related.map((each) => (hasPlace(each) ? `  ${where(each)}\n${frame(each, blue, "  ")}    ${each.message}\n` : `    ${each.message}\n`));
    return hasPlace(finding) ? `${where(finding)} - ${head}\n\n${frame(finding, red, "")}${related.map((each) => `\n${each}`).join("")}` : `${head}\n`;
  }

  function where({ file, line, column }: ReportPlace): string {
    return `${blue(file)}:${yellow(String(line))}:${yellow(String(column))}`;
  }

  /** The first line of the place; what goes on below is cut at the line's end. */
  function frame({ file, line, column, endLine, endColumn }: ReportPlace, color: Paint, indent: string): string {
    const text = linesOf(file)[line - 1] ?? "";
    const number = String(line);
    const end = endLine === line ? endColumn : text.length + 1;
    const marks = `${text.slice(0, column - 1).replace(/[^\t]/g, " ")}${color("~".repeat(Math.max(end - column, 1)))}`;
    return `${indent}${inverse(number)} ${text}\n${indent}${inverse(" ".repeat(number.length))} ${marks}\n`;
  }

  function linesOf(file: string): string[] {
    let lines = texts.get(file);
    if (!lines) texts.set(file, (lines = fs.existsSync(file) ? fs.readFileSync(file, "utf8").split(/\r\n|[\n\r\u2028\u2029]/) : []));
    return lines;
  }
}

function hasPlace(item: Partial<ReportPlace>): item is ReportPlace {
  return item.file !== undefined;
}
