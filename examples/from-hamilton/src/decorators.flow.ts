/** What Hamilton's decorators do, each in its form here. README.md says which is which. */
import { readFile, writeFile } from "node:fs/promises";
import { group, node, source, step, subdag } from "icosian";
import { z } from "zod";
import * as inner from "./inner.js";

// @parameterize, @parameterize_values, @parameterize_sources
export const lag = node(
  { parameterize: { lag1: { days: 1 }, lag2: { days: 2, series: source("clicks") } }, doc: "{series}, {days} days ago" },
  (series: number[], days: number): number[] => series.slice(0, -days),
);

// @inject
export const total = node({ parameterize: { overall: { parts: group(source("series"), source("clicks")) } } }, (parts: number[][]): number => sum(parts.flat()));

// @extract_fields
export const stats = node({ extract: ["least", "most"] }, (series: number[]) => ({ least: Math.min(...series), most: Math.max(...series) }));

// @unpack_fields
export const ends = node({ extract: ["first", "last"] }, (series: number[]): [number, number] => [series[0], series[series.length - 1]]);

// @extract_columns
export const penguins = node({ extract: { beak: "Beak Length (mm)", species: "Species" } }, () => [
  { "Beak Length (mm)": 39, Species: "Adelie" },
  { "Beak Length (mm)": 46, Species: "Gentoo" },
]);

// @parameterize_extract_columns
export const extremes = node(
  { parameterize: { low: { sign: 1 }, high: { sign: -1 } }, extract: ["one", "two"] },
  (series: number[], sign: number): [number, number] => {
    const [one, two] = [...series].sort((a, b) => sign * (a - b));
    return [one, two];
  },
);

// @config.when, @config.when_not, @config.when_in, @config.when_not_in; @resolve
export const tax__us = node({ when: { region: "us" } }, (overall: number): number => overall * 0.08);
export const tax__eu = node({ whenIn: { region: ["fr", "it"] } }, (overall: number, vat: number): number => overall * vat);
export const tax__none = node({ otherwise: true }, (): number => 0);

// @tag: `tag` of node, or a doc tag
/** @tag owner growth */
export function clicks(series: number[]): number[] {
  return series.map((each) => each * 10);
}

// @tag_outputs: a node for each output that has tags of its own
export const leastTagged = node({ tag: { owner: "growth", pii: false } }, (stats: { least: number }): number => stats.least);

// @check_output, @check_output_custom, @schema.output
export const share = node(
  { check: { range: { schema: z.number().min(0).max(1), importance: "fail" }, finite: Number.isFinite } },
  (least: number, most: number): number => least / most,
);

// @pipe_output
export const score = node({ pipe: { log: Math.log2, clip: step(clip, { max: 2 }), half: step(scale, { factor: source("scaleFactor") }) } }, (most: number): number => most);

// @pipe_input: a node for the argument with its steps
export const roundedTax = node({ pipe: { rounded: Math.round } }, (tax: number): number => tax);

// @mutate: the function, called with the node's value
export const cleanSeries = (series: number[]): number[] => series.filter((each) => each > 1);

// @does: the function itself
export const combined = node({}, (least: number, most: number): number => sum([least, most]));

// @subdag
export const near = subdag([inner], { inputs: { value: source("least"), by: 1 } }, (shifted: number): number => shifted);
// @parameterized_subdag: a second subdag
export const far = subdag([inner], { inputs: { value: source("most"), by: 100 } }, (shifted: number): number => shifted);

// @load_from, @dataloader: a node that loads
export const loaded = async (path: string): Promise<number[]> => JSON.parse(await readFile(path, "utf8"));
// @save_to, @datasaver: a node that saves, asked for by its name
export const saved = async (overall: number, savePath: string): Promise<string> => writeFile(savePath, `${overall}\n`).then(() => savePath);

// @hamilton_exclude: not exported, or named with a `_`, or marked @notNode
function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}

function clip(value: number, max: number): number {
  return Math.min(value, max);
}

function scale(value: number, factor: number): number {
  return value * factor;
}
