import { fileURLToPath } from "node:url";
import { Builder } from "icosian";
import * as stocks from "./stocks.flow.js";

const dr = new Builder().withModules(stocks).build();

const drawing = await dr.displayAllFunctions("dag.png");
await drawing.save("dag.svg");

// The data lie beside the build of the package that ships them.
const csvPath = fileURLToPath(new URL("../data/stocks.csv", import.meta.resolve("vega-datasets")));

// Two stocks are under way at a time: the file is read no faster than they are done with.
const { profiles, worstMonth } = await dr.execute(["profiles", "worstMonth"], { inputs: { csvPath }, concurrency: 2 });

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
console.log("stock  months  volatility  drawdown  beta  best year");
for (const { symbol, months, volatility, drawdown, beta, bestYear } of profiles) {
  const columns = [symbol.padEnd(5), `${months}`.padStart(6), percent(volatility).padStart(10), percent(drawdown).padStart(8), beta.toFixed(2).padStart(4), `${bestYear.year} (${percent(bestYear.change)})`];
  console.log(columns.join("  "));
}
console.log(`\nthe market's worst month: ${worstMonth.date}, ${percent(worstMonth.change)}`);

// Another market to hold each stock against. As nothing is collected for it now, the stocks pass but once.
const against = await dr.execute(["profiles"], { inputs: { csvPath }, overrides: { market: await ibm() } });
console.log(`held against IBM alone: ${against.profiles.map(({ symbol, beta }) => `${symbol} ${beta.toFixed(2)}`).join(", ")}`);

/** A node is a function like any other: `for await` goes through what opens a block. */
async function ibm(): Promise<Map<string, number>> {
  for await (const stock of stocks.stock(csvPath)) {
    if (stock.symbol === "IBM") return new Map(stocks.changes(stock).map(({ date, change }) => [date, change]));
  }
  throw new Error("There is no IBM.");
}
