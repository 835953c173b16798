import { group, node, source, step } from "icosian";

const clip = (x: number, min: number, max: number): number => Math.min(Math.max(x, min), max);
const weighed = (x: number, weights: readonly number[], by: { unit: number }): number => weights.reduce((sum, each) => sum + each * x, 0) / by.unit;
const wait = async <T>(value: T, factor = 1): Promise<{ value: T; factor: number }> => ({ value, factor });
const shifted = (x: number, offset: number): number => x + offset;

export const floor = (): number => 1;

export const score = node(
  { pipe: { log: Math.log10, clip: step(clip, { max: 2, min: source("floor") }), shifted, weighed: step(weighed, { weights: group(1, source("floor")), by: group({ unit: source("unit") }) }) } },
  (x: number): number => 10 * x,
);

export const waited = node({ pipe: { wait, text: ({ value, factor }: { value: number; factor: number }): string => `${value} by ${factor}` } }, async (score: number): Promise<number> => score);

export const lag = node(
  { parameterize: { lag1: { days: 1 }, lag7: { days: 7 } }, pipe: { negated: (x: number): number => -x } },
  (x: number, days: number): number => x * days,
);

export const chosen = node(
  {
    pipe: {
      doubled: step((x: number): number => 2 * x, {}, { when: { doubled: true } }),
      clip: step(clip, { min: 0, max: 5 }, { whenIn: { mode: ["clip", "both"] }, whenNot: { raw: true } }),
      text: step(String, {}, { whenNotIn: { mode: ["clip"] }, when: { doubled: true } }),
    },
    check: { some: (x: number | string) => x !== "" },
  },
  (x: number): number => x,
);
