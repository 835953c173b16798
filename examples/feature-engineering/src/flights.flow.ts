import { readFile } from "node:fs/promises";
import { node, source, subdag } from "icosian";
import { mean } from "./columns.js";
import * as spread from "./spread.js";

export interface Flight {
  /** Minutes; below 0, it was early. */
  delay: number;
  /** Miles. */
  distance: number;
  /** Hours after midnight. */
  time: number;
}

/** Two hundred thousand flights of 2001 */
export const flights = node(
  { check: { timed: (flights: Flight[]) => flights.every(({ time }) => time >= 0 && time < 24) }, extract: ["delay", "distance", "time"] },
  async (flightsPath: string): Promise<Flight[]> => JSON.parse(await readFile(flightsPath, "utf8")),
);

/** The mean delay of the flights of each hour, in minutes; none flew where it is `NaN` */
export function delayByHour(delay: number[], time: number[]): number[] {
  const hours = Array.from({ length: 24 }, (): number[] => []);
  time.forEach((each, row) => hours[Math.floor(each)].push(delay[row]));
  return hours.map(mean);
}

export const lagged = node(
  { parameterize: { lag1: { hours: 1 }, lag3: { hours: 3 } }, doc: "The mean delay {hours} h before each hour, in minutes", tag: { kind: "feature" } },
  (delayByHour: number[], hours: number): number[] => delayByHour.map((_, hour) => delayByHour.at(hour - hours)!),
);

/** How delays are spread, in minutes */
export const delays = subdag([spread], { inputs: { column: source("delay"), level: 0.95 } }, (median: number, middle: number, tail: number) => ({ median, middle, tail }));

/** How distances are spread, in miles */
export const distances = subdag([spread], { inputs: { column: source("distance"), level: 0.99 } }, (median: number, middle: number, tail: number) => ({ median, middle, tail }));
