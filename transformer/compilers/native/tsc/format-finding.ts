/** Transform a finding Into the text that tsc would print for it, plain or pretty. */
import path from "node:path";
import { BLUE, GREY, painted, RED, YELLOW } from "../../../diagnostics/colours.js";
import type { Finding, Place } from "../../../model.js";
import type { Explanation } from "../../questions.js";
import { codeFrame } from "./code-frame.js";

export interface FormatOptions {
  readonly cwd: string;
  readonly pretty: boolean;
}

export function formatFinding(finding: Finding, options: FormatOptions): string {
  const { code, place, related } = finding;
  const text = [finding.text, ...(finding.explanation ? explained(finding.explanation, 1) : [])].join("\n");
  if (!options.pretty) return `${place ? `${plainPlace(place, options.cwd)}: ` : ""}error TS${code}: ${text}\n`;
  const head = `${place ? `${prettyPlace(place, options.cwd)} - ` : ""}${painted("error", RED)}${painted(` TS${code}: `, GREY)}${text}`;
  const frame = place ? `\n\n${codeFrame(place, "", RED)}` : "";
  const others = related.map((each) => `\n${relatedText(each, options.cwd)}`).join("");
  return `${head}${frame}\n${others}\n`;
}

function explained({ text, next }: Explanation, depth: number): string[] {
  return [`${"  ".repeat(depth)}${text}`, ...next.flatMap((each) => explained(each, depth + 1))];
}

function relatedText({ place, text }: Finding, cwd: string): string {
  if (!place) return `  ${text}\n`;
  return `  ${prettyPlace(place, cwd)} - ${text}\n${codeFrame(place, "    ", BLUE)}\n`;
}

/** A file's path as tsc prints it. */
export function relativePath(fileName: string, cwd: string): string {
  return path.relative(cwd, fileName).replaceAll("\\", "/");
}

export function lineAndColumn({ file, start }: Place): { line: number; column: number } {
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return { line: line + 1, column: character + 1 };
}

function plainPlace(place: Place, cwd: string): string {
  const { line, column } = lineAndColumn(place);
  return `${relativePath(place.file.fileName, cwd)}(${line},${column})`;
}

function prettyPlace(place: Place, cwd: string): string {
  const { line, column } = lineAndColumn(place);
  return `${painted(relativePath(place.file.fileName, cwd), BLUE)}:${painted(String(line), YELLOW)}:${painted(String(column), YELLOW)}`;
}
