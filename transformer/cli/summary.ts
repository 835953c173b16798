/** What a check comes to, in a sentence. */
import type { ReportItem } from "./report.js";

export function typescriptsOwn(errors: number): string {
  return `TypeScript itself reports ${count(errors, "error")}: run 'icosian tsc --noEmit' to see ${errors === 1 ? "it" : "them"}.`;
}

export function summary(findings: readonly ReportItem[], typescriptErrors: number): string {
  const files = new Set(findings.flatMap(({ file }) => file ?? [])).size;
  const found = findings.length === 0 ? "No problems found." : `Found ${count(findings.length, "problem")}${files > 0 ? ` in ${count(files, "file")}` : ""}.`;
  return typescriptErrors === 0 ? found : `${findings.length === 0 ? "" : `${found} `}${typescriptsOwn(typescriptErrors)}`;
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}
