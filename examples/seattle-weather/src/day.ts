// A line of the file, and the day that it tells of.

export type Row = Record<"date" | "precipitation" | "temp_max" | "temp_min" | "wind" | "weather", string>;

export const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
export type Month = (typeof months)[number];
export type ByMonth<T> = Record<Month, T>;

export interface Day {
  /** Midnight in UTC */
  readonly date: Date;
  readonly year: number;
  readonly month: Month;
  /** Rain and melted snow, in mm */
  readonly rain: number;
  /** Temperatures in °C: the day's highest, its lowest, and halfway between them */
  readonly high: number;
  readonly low: number;
  readonly mean: number;
  /** In m/s */
  readonly wind: number;
  /** "drizzle", "fog", "rain", "snow" or "sun" */
  readonly sky: string;
}

export type DayTest = (day: Day) => boolean;

export function toDay(row: Row): Day {
  const date = new Date(`${row.date}T00:00:00Z`);
  const high = toNumber(row.temp_max);
  const low = toNumber(row.temp_min);
  return {
    date,
    year: date.getUTCFullYear(),
    month: months[date.getUTCMonth()],
    rain: toNumber(row.precipitation),
    high,
    low,
    mean: (high + low) / 2,
    wind: toNumber(row.wind),
    sky: row.weather,
  };
}

export function isPlausible({ date, rain, high, low, wind }: Day): boolean {
  return [date.getTime(), rain, high, low, wind].every(Number.isFinite) && rain >= 0 && wind >= 0 && low <= high;
}

/** What `of` gives for each calendar month. */
export function eachMonth<T>(of: (month: Month) => T): ByMonth<T> {
  return Object.fromEntries(months.map((month) => [month, of(month)])) as ByMonth<T>;
}

/** An empty cell is no number, where `Number("")` is 0. */
function toNumber(cell: string): number {
  return cell.trim() === "" ? Number.NaN : Number(cell);
}
