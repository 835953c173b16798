import { readFile } from "node:fs/promises";
import { group, node, source, step } from "icosian";
import { z } from "zod";
import { type Column, combine, correlation, type Moments, momentsOf, percentRank, scale } from "./columns.js";

export interface Film {
  Title: string | number | null;
  "Production Budget": number | null;
  "Worldwide Gross": number | null;
  "Rotten Tomatoes Rating": number | null;
  "IMDB Rating": number | null;
}

/** The films as the file has them */
export const films = node(
  {
    check: {
      titles: z.array(z.object({ Title: z.string() })),
      enough: { test: (films: Film[]) => films.length > 3000, importance: "fail" },
    },
    extract: { title: "Title", budget: "Production Budget", gross: "Worldwide Gross", critics: "Rotten Tomatoes Rating", audience: "IMDB Rating" },
  },
  async (moviesPath: string): Promise<Film[]> => JSON.parse(await readFile(moviesPath, "utf8")),
);

export const moments = node(
  {
    parameterize: {
      budgetMoments: { column: source("budget") },
      grossMoments: { column: source("gross") },
      criticsMoments: { column: source("critics") },
      audienceMoments: { column: source("audience") },
    },
    extract: ["mean", "deviation", "count"],
    doc: "Mean, deviation and count of {column}",
    tag: { kind: "statistic" },
  },
  (column: Column): Moments => momentsOf(column),
);

export const standardized = node(
  {
    parameterize: {
      budgetZ: { column: source("budget"), moments: source("budgetMoments") },
      grossZ: { column: source("gross"), moments: source("grossMoments") },
      criticsZ: { column: source("critics"), moments: source("criticsMoments") },
      audienceZ: { column: source("audience"), moments: source("audienceMoments") },
    },
    doc: "{column}, in deviations from its mean",
    tag: { kind: "feature" },
  },
  (column: Column, moments: Moments): Column => combine([column], (each) => (each - moments.mean) / moments.deviation),
);

/** What the critics think */
export const acclaim__critics = node({ when: { jury: "critics" } }, (criticsZ: Column): Column => criticsZ);

/** What critics and audience think, half each */
export const acclaim__both = node({ otherwise: true }, (criticsZ: Column, audienceZ: Column): Column => combine([criticsZ, audienceZ], (a, b) => (a + b) / 2));

/** How well a film did for its money: its rank among all, from 0 to 100 */
export const score = node(
  {
    pipe: { rank: percentRank, percent: step(scale, { factor: 100 }) },
    check: { percentage: { test: (score: Column) => score.every((each) => each === null || (each >= 0 && each <= 100)), importance: "fail" } },
    tag: { kind: "feature" },
  },
  (acclaim: Column, grossZ: Column, budgetZ: Column): Column => combine([acclaim, grossZ, budgetZ], (a, gross, budget) => a + gross - budget),
);

export const correlations = node(
  {
    parameterize: {
      moneyCorrelation: { columns: group(source("budget"), source("gross")) },
      juryCorrelation: { columns: group(source("critics"), source("audience")) },
    },
    tag: { kind: "statistic" },
  },
  (columns: readonly Column[]): number => correlation(columns),
);

/** The films with the best scores, best first */
export function bestFilms(title: Film["Title"][], score: Column, bestCount = 5): { title: string; score: number }[] {
  const scored = title.flatMap((each, row) => (score[row] === null ? [] : [{ title: String(each), score: score[row] }]));
  return scored.sort((a, b) => b.score - a.score || (a.title < b.title ? -1 : 1)).slice(0, bestCount);
}
