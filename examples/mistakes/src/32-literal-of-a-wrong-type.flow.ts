// The second of these binds a string to a number.
import { node, source } from "icosian";
export const lag = node(
  { parameterize: { lag1: { days: 1 }, lag7: { days: "7", series: source("signups") } } },
  (series: number[], days: number): number => series.at(-1 - days) ?? 0,
);
