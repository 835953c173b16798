// Days in a row.
import type { Day, DayTest } from "./day.js";

/** From one day to another, both included */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

export interface Spell extends Period {
  readonly days: number;
}

/** The longest run of calendar days that all pass; the earliest of several. */
export function longestSpell(days: readonly Day[], test: DayTest): Spell | undefined {
  let longest: Spell | undefined;
  let current: Spell | undefined;
  for (const { date } of days.filter(test)) {
    const goesOn = current && date.getTime() === nextDay(current.to).getTime();
    current = goesOn && current ? { from: current.from, to: date, days: current.days + 1 } : { from: date, to: date, days: 1 };
    if (current.days > (longest?.days ?? 0)) longest = current;
  }
  return longest;
}

export function nextDay(date: Date): Date {
  return new Date(date.getTime() + 24 * 60 * 60 * 1000);
}
