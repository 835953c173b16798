import type { NodeTimings, RunTimings } from "./timings.js";

const SHOWN = 30;

/** The times of a run as a table: what took longest stands first, and `*` marks the critical path. */
export function timingsTable({ nodes, criticalPath, durationMs, success }: RunTimings): string {
  const critical = new Set(criticalPath);
  const longest = [...nodes].sort((one, other) => other.durationMs - one.durationMs || one.startMs - other.startMs);
  const rows = longest.slice(0, SHOWN).map((node) => rowOf(node, critical.has(node.name)));
  const lines = align([["  node", "ms", "calls", "from ms", "waited ms", "after"], ...rows]);
  if (longest.length > SHOWN) lines.push(`… and ${longest.length - SHOWN} more`);
  const path = criticalPath.length > 8 ? [...criticalPath.slice(0, 4), "…", ...criticalPath.slice(-3)] : criticalPath;
  lines.push(`${success ? "run" : "failed run"}: ${show(durationMs)} ms; critical path: ${path.join(" -> ") || "none"}`);
  return lines.join("\n");
}

function rowOf({ name, durationMs, calls, startMs, waitedMs, startedAfter = "" }: NodeTimings, isCritical: boolean): string[] {
  return [`${isCritical ? "*" : " "} ${name}`, show(durationMs), `${calls}`, show(startMs), show(waitedMs), startedAfter];
}

function show(milliseconds: number): string {
  return milliseconds.toFixed(milliseconds < 100 ? 2 : 0);
}

/** Names to the left, numbers to the right. */
function align(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const isText = (column: number): boolean => column === 0 || column === widths.length - 1;
  return rows.map((row) => row.map((cell, column) => (isText(column) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join("  ").trimEnd());
}
