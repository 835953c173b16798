// From the file to clean days.
import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { type Day, isPlausible, type Row, toDay } from "./day.js";
import { nextDay, type Period } from "./spell.js";

/** The file's text */
export async function csv(csvPath: string): Promise<string> {
  return readFile(csvPath, "utf8");
}

/** Its lines by column, still as text */
export function rows(csv: string): Row[] {
  return parse<Row>(csv, { columns: true, skip_empty_lines: true });
}

/** Each line as dates and numbers, whether or not they make sense */
export function readings(rows: Row[]): Day[] {
  return rows.map(toDay);
}

/** What makes sense, by date; of two readings for one date the later line counts */
export function days(readings: Day[]): Day[] {
  const byDate = new Map(readings.filter(isPlausible).map((day) => [day.date.getTime(), day]));
  return [...byDate.values()].sort((a, b) => a.date.getTime() - b.date.getTime());
}

/** Readings that were left out */
export function rejected(readings: Day[], days: Day[]): Day[] {
  const kept = new Set(days);
  return readings.filter((reading) => !kept.has(reading));
}

/** The first day and the last */
export function period(days: Day[]): Period {
  return { from: days[0].date, to: days[days.length - 1].date };
}

/** Dates of the period that no day has */
export function missingDates(days: Day[], period: Period): Date[] {
  const known = new Set(days.map(({ date }) => date.getTime()));
  const missing: Date[] = [];
  for (let date = period.from; date <= period.to; date = nextDay(date)) {
    if (!known.has(date.getTime())) missing.push(date);
  }
  return missing;
}
