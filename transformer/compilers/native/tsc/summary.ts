/** "Found 3 errors in 2 files.", and the table below it, as tsc's pretty output ends. */
import { GREY, painted } from "../../../diagnostics/colours.js";
import type { PrintedPlace } from "./output.js";

export function summary(errors: readonly PrintedPlace[]): string {
  const counts = new Map<string, { line: number; count: number }>();
  for (const { file, line } of errors) {
    if (file === undefined) continue;
    const known = counts.get(file);
    if (known) known.count++;
    else counts.set(file, { line, count: 1 });
  }
  const rows = [...counts].map(([file, { line, count }]) => ({ count, place: file + painted(`:${line}`, GREY) }));
  const [first] = rows;
  return `\n${headline(errors, first?.place, rows.length)}\n\n${rows.length > 1 ? table(rows) : ""}`;
}

function headline(errors: readonly PrintedPlace[], first: string | undefined, files: number): string {
  if (errors.length === 1) return first === undefined ? "Found 1 error." : `Found 1 error in ${first}`;
  if (files === 0) return `Found ${errors.length} errors.`;
  if (files === 1) return `Found ${errors.length} errors in the same file, starting at: ${first}`;
  return `Found ${errors.length} errors in ${files} files.`;
}

function table(rows: readonly { readonly count: number; readonly place: string }[]): string {
  const width = Math.max("Errors".length, ...rows.map(({ count }) => String(count).length));
  return ["Errors  Files".padStart(width + "  Files".length), ...rows.map(({ count, place }) => `${String(count).padStart(width)}  ${place}`), "", ""].join("\n");
}
