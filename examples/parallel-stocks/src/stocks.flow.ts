// One stock after the other, from a file that is read as a stream, to what each of them is like beside the others.
import { createReadStream } from "node:fs";
import type { Collect, Parallelizable } from "icosian";
import { parse } from "csv-parse";
import { compounded, mean, slope, standardDeviation } from "./statistics.js";

export interface Stock {
  readonly symbol: string;
  readonly prices: readonly Price[];
}

export interface Price {
  /** Such as `Jan 1 2000`. */
  readonly date: string;
  readonly price: number;
}

/** A change of price, relative: 0.1 is a tenth up. */
export interface Change {
  readonly date: string;
  readonly change: number;
}

export interface Year {
  readonly year: number;
  readonly changes: readonly number[];
}

export interface YearChange {
  readonly year: number;
  readonly change: number;
}

export interface Profile {
  readonly symbol: string;
  readonly months: number;
  readonly volatility: number;
  readonly drawdown: number;
  readonly beta: number;
  readonly bestYear: YearChange;
}

/** Each stock, as soon as its last line has come in */
export async function* stock(csvPath: string): Parallelizable<Stock> {
  let symbol: string | undefined;
  let prices: Price[] = [];
  const rows: AsyncIterable<Record<"symbol" | "date" | "price", string>> = createReadStream(csvPath).pipe(parse({ columns: true }));
  for await (const row of rows) {
    if (row.symbol !== symbol && symbol !== undefined) {
      yield { symbol, prices };
      prices = [];
    }
    symbol = row.symbol;
    prices.push({ date: row.date, price: Number(row.price) });
  }
  if (symbol !== undefined) yield { symbol, prices };
}

/** From each month to the next */
export function changes(stock: Stock): Change[] {
  const { prices } = stock;
  return prices.slice(1).map(({ date, price }, month) => ({ date, change: price / prices[month]!.price - 1 }));
}

/** How much the changes scatter, for a year */
export function volatility(changes: Change[]): number {
  return standardDeviation(changes.map(({ change }) => change)) * Math.sqrt(12);
}

/** The deepest fall below an earlier price: -0.5 is a half */
export function drawdown(stock: Stock): number {
  let highest = 0;
  let deepest = 0;
  for (const { price } of stock.prices) {
    highest = Math.max(highest, price);
    deepest = Math.min(deepest, price / highest - 1);
  }
  return deepest;
}

/** Each calendar year of a stock: a block within the block */
export function year(changes: Change[]): Parallelizable<Year> {
  const years = new Map<number, number[]>();
  for (const { date, change } of changes) {
    const number = Number(date.slice(-4));
    years.set(number, [...(years.get(number) ?? []), change]);
  }
  return [...years].map(([number, list]) => ({ year: number, changes: list }));
}

/** What a year has brought */
export function yearChange(year: Year): YearChange {
  return { year: year.year, change: compounded(year.changes) };
}

/** The year that has brought most */
export function bestYear(yearChange: Collect<YearChange>): YearChange {
  return yearChange.reduce((best, each) => (each.change > best.change ? each : best));
}

/** What all stocks have done together, by date */
export function market(changes: Collect<Change[]>): Map<string, number> {
  const byDate = new Map<string, number[]>();
  for (const { date, change } of changes.flat()) byDate.set(date, [...(byDate.get(date) ?? []), change]);
  return new Map([...byDate].map(([date, list]) => [date, mean(list)]));
}

/** How far a stock goes along when the market moves: it needs all stocks, and is asked of each */
export function beta(changes: Change[], market: Map<string, number>): number {
  return slope(changes.map(({ date }) => market.get(date)!), changes.map(({ change }) => change));
}

/** All that is told of a stock */
export function profile(stock: Stock, volatility: number, drawdown: number, beta: number, bestYear: YearChange): Profile {
  return { symbol: stock.symbol, months: stock.prices.length, volatility, drawdown, beta, bestYear };
}

/** The stocks, the calmest first */
export function profiles(profile: Collect<Profile>): Profile[] {
  return [...profile].sort((a, b) => a.beta - b.beta);
}

/** The month in which the market fell most */
export function worstMonth(market: Map<string, number>): Change {
  const [date, change] = [...market].reduce((worst, each) => (each[1] < worst[1] ? each : worst));
  return { date, change };
}
