// From clean days to Seattle's climate: by month, by year, and what stands out.
import { type ByMonth, type Day, type DayTest, eachMonth, type Month, months } from "./day.js";
import { longestSpell, type Spell } from "./spell.js";
import { greatest, groupBy, mean, share, standardDeviation, sum } from "./statistics.js";

export interface Normal {
  /** Of the days' mean temperatures, in °C */
  readonly mean: number;
  readonly deviation: number;
}

/** One month of one year */
export interface MonthOfYear {
  readonly year: number;
  readonly month: Month;
  readonly rain: number;
}

export interface Anomaly {
  readonly day: Day;
  /** How many standard deviations the day is warmer than its calendar month */
  readonly score: number;
}

export interface MonthlyFigures {
  readonly normals: ByMonth<Normal>;
  readonly averageRain: ByMonth<number>;
  readonly rainProbability: ByMonth<number>;
  readonly sunProbability: ByMonth<number>;
}

export interface MonthClimate {
  readonly month: Month;
  readonly mean: number;
  readonly rain: number;
  readonly rainProbability: number;
  readonly sunProbability: number;
}

export interface YearlyFigures {
  readonly daysByYear: Map<number, Day[]>;
  readonly heatingDegreeDays: Map<number, number>;
  readonly isWet: DayTest;
  readonly isHot: DayTest;
}

export interface YearClimate {
  readonly year: number;
  readonly mean: number;
  readonly highest: number;
  readonly lowest: number;
  readonly rain: number;
  readonly wetDays: number;
  readonly hotDays: number;
  readonly heatingDegreeDays: number;
}

/** Whether a day counts as wet: the WMO asks for 1 mm */
export function isWet(wetThreshold = 1): DayTest {
  return ({ rain }) => rain >= wetThreshold;
}

/** Whether a day counts as hot, by its highest temperature */
export function isHot(hotThreshold = 30): DayTest {
  return ({ high }) => high >= hotThreshold;
}

/** The days of each calendar month, all years together */
export function daysByMonth(days: Day[]): ByMonth<Day[]> {
  return eachMonth((month) => days.filter((day) => day.month === month));
}

/** The days of each year */
export function daysByYear(days: Day[]): Map<number, Day[]> {
  return groupBy(days, ({ year }) => year);
}

/** How warm each calendar month is, and how much that varies from day to day */
export function normals(daysByMonth: ByMonth<Day[]>): ByMonth<Normal> {
  return eachMonth((month) => {
    const temperatures = daysByMonth[month].map((day) => day.mean);
    return { mean: mean(temperatures), deviation: standardDeviation(temperatures) };
  });
}

/** How likely a day of each calendar month is wet */
export function rainProbability(daysByMonth: ByMonth<Day[]>, isWet: DayTest): ByMonth<number> {
  return eachMonth((month) => share(daysByMonth[month], isWet));
}

/** How likely a day of each calendar month is sunny */
export function sunProbability(daysByMonth: ByMonth<Day[]>): ByMonth<number> {
  return eachMonth((month) => share(daysByMonth[month], ({ sky }) => sky === "sun"));
}

/** Each month of each year with its rain, in mm */
export function monthlyRain(daysByYear: Map<number, Day[]>): MonthOfYear[] {
  return [...daysByYear].flatMap(([year, days]) =>
    [...groupBy(days, ({ month }) => month)].map(([month, days]) => ({ year, month, rain: sum(days.map(({ rain }) => rain)) })),
  );
}

/** The rain of each calendar month in an average year, in mm */
export function averageRain(monthlyRain: MonthOfYear[]): ByMonth<number> {
  return eachMonth((month) => mean(monthlyRain.filter((each) => each.month === month).map(({ rain }) => rain)));
}

/** The month with the most rain */
export function wettestMonth(monthlyRain: MonthOfYear[]): MonthOfYear {
  return greatest(monthlyRain, ({ rain }) => rain);
}

/** The month with the least rain */
export function driestMonth(monthlyRain: MonthOfYear[]): MonthOfYear {
  return greatest(monthlyRain, ({ rain }) => -rain);
}

/** Degree days below the temperature from which houses are heated: what a year's heating costs grow with */
export function heatingDegreeDays(daysByYear: Map<number, Day[]>, heatingBase = 18): Map<number, number> {
  return new Map([...daysByYear].map(([year, days]) => [year, sum(days.map((day) => Math.max(0, heatingBase - day.mean)))]));
}

/** The longest run of hot days */
export function longestHotSpell(days: Day[], isHot: DayTest): Spell | undefined {
  return longestSpell(days, isHot);
}

/** The longest run of days that are not wet */
export function longestDrySpell(days: Day[], isWet: DayTest): Spell | undefined {
  return longestSpell(days, (day) => !isWet(day));
}

/** The day with the strongest wind */
export function windiestDay(days: Day[]): Day {
  return greatest(days, ({ wind }) => wind);
}

/** Each day's mean temperature against what is normal for its month */
export function anomalies(days: Day[], normals: ByMonth<Normal>): Anomaly[] {
  return days.map((day) => ({ day, score: (day.mean - normals[day.month].mean) / normals[day.month].deviation }));
}

/** The days furthest from normal, either way */
export function strangestDays(anomalies: Anomaly[], strangestCount = 5): Anomaly[] {
  return [...anomalies].sort((a, b) => Math.abs(b.score) - Math.abs(a.score)).slice(0, strangestCount);
}

/** The calendar months side by side */
export function climateByMonth({ normals, averageRain, rainProbability, sunProbability }: MonthlyFigures): MonthClimate[] {
  return months.map((month) => ({
    month,
    mean: normals[month].mean,
    rain: averageRain[month],
    rainProbability: rainProbability[month],
    sunProbability: sunProbability[month],
  }));
}

/** The years side by side */
export function climateByYear({ daysByYear, heatingDegreeDays, isWet, isHot }: YearlyFigures): YearClimate[] {
  return [...daysByYear].map(([year, days]) => ({
    year,
    mean: mean(days.map((day) => day.mean)),
    highest: Math.max(...days.map(({ high }) => high)),
    lowest: Math.min(...days.map(({ low }) => low)),
    rain: sum(days.map(({ rain }) => rain)),
    wetDays: days.filter(isWet).length,
    hotDays: days.filter(isHot).length,
    heatingDegreeDays: heatingDegreeDays.get(year) ?? 0,
  }));
}
