import { node, source } from "icosian";

interface Stats {
  readonly mean: number;
  readonly label?: string;
}

export const stats = node({ extract: ["mean", "label"], tag: { pii: true } }, async (spend: readonly number[]): Promise<Stats> => ({
  mean: spend.reduce((a, b) => a + b, 0) / spend.length,
  ...(spend.length > 1 && { label: "many" }),
}));

export const range = node({ extract: ["low", "high"] }, (spend: readonly number[]): readonly [number, number] => [Math.min(...spend), Math.max(...spend)]);
export const ends = node({ extract: { last: 1 } }, (spend: readonly number[]): [number, number] => [spend[0]!, spend.at(-1)!]);

export const penguins = node(
  { extract: { beak: "Beak Length (mm)", species: "Species" }, fillWith: "?" },
  (): { "Beak Length (mm)": number | null; Species?: string }[] => [{ "Beak Length (mm)": 39.1, Species: "Adelie" }, { "Beak Length (mm)": null }],
);
export const columns = node({ extract: ["x", "y"] }, (spend: readonly number[]): Record<string, readonly number[]> => ({ x: spend, y: spend.map((each) => each ** 2) }));

export const lag = node(
  { parameterize: { lag1: { days: 1 }, lag2: { days: 2, series: source("y") } }, extract: ["value"] },
  (series: readonly number[], days: number) => ({ value: series.at(-1 - days) ?? null }),
);

export const summary = (mean: number, low: number, high: number, lag1_value: number | null): string => `${mean} in ${low}..${high}, before ${lag1_value}`;
