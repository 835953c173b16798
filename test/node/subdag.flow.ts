import { group, node, source, subdag } from "icosian";
import * as prices from "./inner/prices";

export const list = (): number[] => [1, 2];
export const today = (): string => "Monday";

const half = (gross: number): number => gross / 2;
const gross = (net: number, tax: number): number => net + tax;
const sum = node({ parameterize: { total: { parts: group(source("half"), source("extra"), 1) } } }, (parts: number[]): number => parts.reduce((all, each) => all + each, 0));

export const us = subdag([prices, { gross }, half], { inputs: { prices: source("list"), scale: 100 }, config: { region: "us" } }, (gross: number, half: number, today: string): string => `${gross} ${half} ${today}`);
export const eu = subdag(
  [prices, { gross, gain: half }, sum, half],
  { inputs: { prices: [1, 2, 3], currency: "EUR", extra: source("scale") }, config: { region: "eu", base: 2 } },
  ({ gross, total, high }: { gross: number; total: number; high: number }): number => gross + total + high,
);

/** Declarations that only it has */
export const held = subdag(
  [{ gross, made: node({ pipe: { half } }, (gross: number): number => gross + 1), nested: subdag([half], { inputs: { gross: 8 } }, (half: number, made: number): number => half + made) }],
  { inputs: { net: 5, tax: 4 } },
  (nested: number): number => nested,
);
