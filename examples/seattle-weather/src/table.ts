import type { Spell } from "./spell.js";

/** One line an item, each column as wide as its widest cell: the first to the left, the others to the right. */
export function table<T>(items: readonly T[], columns: Record<string, (item: T) => string>): string {
  const lines = [Object.keys(columns), ...items.map((item) => Object.values(columns).map((cellOf) => cellOf(item)))];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  return lines
    .map((cells) => cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join("  "))
    .join("\n");
}

export const fixed = (value: number): string => value.toFixed(1);
export const percent = (value: number): string => `${(100 * value).toFixed(0)} %`;
export const isoDate = (date: Date): string => date.toISOString().slice(0, 10);
export const spellText = (spell: Spell | undefined): string => (spell ? `${spell.days} days from ${isoDate(spell.from)}` : "none");
