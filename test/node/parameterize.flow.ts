import { group, node, source } from "icosian";

/** Spend, {days} days ago */
export const lag = node(
  { parameterize: { lag1: { days: 1 }, lag2: { days: YESTERDAY(), series: source("spend") }, lagged: {} } },
  (series: readonly number[], days: number): number => series.at(-1 - days) ?? 0,
);

export const spend = (raw: readonly number[]): readonly number[] => raw.map((each) => each * 2);

const total = ({ parts, by = 1, unit }: { parts: readonly number[]; by?: number; unit: string }): string => `${parts.reduce((a, b) => a + b, 0) / by} ${unit}`;

export const totals = node(
  {
    doc: "The sum of {parts}",
    parameterize: {
      mixed: { parts: group(source("first"), 2, source("lag1")), unit: "€" },
      fixed: { parts: [1, 2], unit: source("currency"), by: source("divisor") },
    },
  },
  total,
);

const shown = (by: { readonly a: number; readonly b: readonly number[] }, at: Date, signal: AbortSignal): string => `${by.a} ${by.b.join()} ${at.getTime()} ${signal.aborted}`;
export const records = node({ parameterize: { record: { by: group({ a: source("first"), b: group(1, source("first")) }), at: new Date(5) } } }, shown);

function YESTERDAY(): number {
  return 2;
}
