import { fileURLToPath } from "node:url";
import { Builder } from "icosian";
import * as flights from "./flights.flow.js";
import * as movies from "./movies.flow.js";

const dr = new Builder().withModules(movies, flights).withConfig({ jury: "both" }).build();
const critics = new Builder().withModules(movies).withConfig({ jury: "critics" }).build();

const drawing = await dr.displayAllFunctions("dag.png");
await drawing.save("dag.svg");

// The data lie beside the build of the package that ships them.
const data = (name: string): string => fileURLToPath(new URL(`../data/${name}`, import.meta.resolve("vega-datasets")));
const moviesPath = data("movies.json");
const flightsPath = data("flights-200k.json");

const features = dr.listAvailableVariables({ tags: { kind: "feature" } }).map(({ name }) => name);
const checks: string[] = [];
const results = await dr.execute(
  ["films", "budgetMoments", "criticsMoments_mean", "moneyCorrelation", "juryCorrelation", "bestFilms", "lag1", "lag3", "delayByHour", "delays", "distances.median", "flights"],
  {
    inputs: { moviesPath, flightsPath, bestCount: 3 },
    onCheck: ({ node, name, importance, passed, issues }) => {
      const [first] = issues;
      checks.push(`${passed ? "passed" : `FAILED (${importance})`}  ${node}: ${name}${first ? `, ${issues.length} times; first at [${first.path.join(".")}]: ${first.message}` : ""}`);
    },
  },
);

const nodes = dr.listAvailableVariables(({ kind }) => kind === "function");
console.log(`${nodes.length} nodes; features: ${features.join(", ")}\n`);
console.log(`quality\n  ${checks.sort().join("\n  ")}\n`);

const { films, budgetMoments, moneyCorrelation, juryCorrelation, delays, delayByHour, lag1, lag3 } = results;
console.log(`${films.length} films`);
console.log(`  budget of ${budgetMoments.count}: ${millions(budgetMoments.mean)} on average, deviation ${millions(budgetMoments.deviation)}`);
console.log(`  critics' mean: ${results.criticsMoments_mean.toFixed(1)} of 100`);
console.log(`  correlation of budget and gross: ${moneyCorrelation.toFixed(3)}; of critics and audience: ${juryCorrelation.toFixed(3)}`);
console.log(`  best for their money: ${titles(results.bestFilms)}`);
const asked = await critics.execute(["bestFilms"], { inputs: { bestCount: 3 }, overrides: { films } });
console.log(`  if critics alone count: ${titles(asked.bestFilms)}\n`);

console.log(`${results.flights.length} flights`);
console.log(`  delay: median ${delays.median} min, 95 % below ${delays.tail} min; distance: median ${results["distances.median"]} miles`);
console.log(`  at 8 o'clock: ${delayByHour[8].toFixed(1)} min; an hour before: ${lag1[8].toFixed(1)} min; three: ${lag3[8].toFixed(1)} min`);

function millions(dollars: number): string {
  return `$ ${(dollars / 1e6).toFixed(1)} m`;
}

function titles(films: { title: string }[]): string {
  return films.map(({ title }) => title).join(", ");
}
