import { node, source, subdag } from "icosian";
import * as rates from "./rates";

export const net = (prices: readonly number[], scale: number): number => prices.reduce((sum, each) => sum + each * scale, 0);
export const tax__us = node({ when: { region: "us" } }, (net: number): number => net * 0.5);
export const tax__eu = node({ when: { region: "eu" } }, (net: number, rate: number): number => net * rate);
export const rate = subdag([rates], { inputs: { day: source("today") } }, (converted: number): number => converted);
export const stats = node(
  { parameterize: { low: { factor: 0.5 }, high: { factor: 2 } }, pipe: { rounded: Math.round }, check: { positive: (x: number) => x > 0 } },
  (net: number, factor: number): number => net * factor,
);
export const parts = node({ extract: { first: 0, second: 1 } }, ({ net, scale }: { net: number; scale: number }): [number, number] => [net, scale]);
