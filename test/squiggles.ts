/** Writes diagnostics as TypeScript's own baselines do: the source, with `~~~` under what each is about. */
import path from "node:path";
import ts from "typescript";

/** Empty where there are none. Files appear in the order of their names, and only those with an error. */
export function squiggles(diagnostics: readonly ts.Diagnostic[], folder: string): string {
  if (diagnostics.length === 0) return "";
  const nameOf = ({ fileName }: ts.SourceFile): string => path.relative(folder, fileName).replaceAll("\\", "/");
  const files = [...new Set(diagnostics.flatMap(({ file }) => file ?? []))].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const placeless = diagnostics.filter(({ file }) => !file);
  const parts = [
    ...placeless.flatMap(message),
    ...files.flatMap((file) => [`==== ${nameOf(file)} ====`, ...annotated(file, diagnostics.filter((each) => each.file === file))]),
  ];
  return `${parts.join("\n").replaceAll(folder, "FOLDER")}\n`;

  function message({ code, messageText, relatedInformation = [], category }: ts.Diagnostic): string[] {
    const kind = ts.DiagnosticCategory[category]!.toLowerCase();
    const text = ts.flattenDiagnosticMessageText(messageText, "\n");
    const related = relatedInformation.map(({ code, file, start, messageText }) => {
      const place = file ? ` ${nameOf(file)}:${lineAndColumn(file, start!)}` : "";
      return `!!! related TS${code}${place}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
    return [...text.split("\n").map((line) => `!!! ${kind} TS${code}: ${line}`), ...related];
  }

  function annotated(file: ts.SourceFile, all: readonly ts.Diagnostic[]): string[] {
    const lines = file.text.split(/\r?\n/);
    const starts = file.getLineStarts();
    return lines.flatMap((line, index) => {
      const from = starts[index]!;
      const to = from + line.length;
      const touching = all.filter(({ start = 0, length = 0 }) => start <= to && start + Math.max(length, 1) > from);
      const marks = touching.map(({ start = 0, length = 0 }) => underline(line, start - from, start + length - from));
      const ending = touching.filter(({ start = 0, length = 0 }) => start + length <= to);
      return [`    ${line}`, ...new Set(marks), ...ending.flatMap(message)];
    });
  }
}

function underline(line: string, start: number, end: number): string {
  const from = Math.max(start, 0);
  const to = Math.min(Math.max(end, from + 1), Math.max(line.length, from + 1));
  return `    ${line.slice(0, from).replace(/[^\t]/g, " ")}${"~".repeat(to - from)}`;
}

function lineAndColumn(file: ts.SourceFile, position: number): string {
  const { line, character } = file.getLineAndCharacterOfPosition(position);
  return `${line + 1}:${character + 1}`;
}
