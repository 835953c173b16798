import { Builder, type LifecycleAdapter } from "icosian";
import { progress, timings } from "icosian/adapters";
import { openTelemetry } from "icosian/opentelemetry";
import { fileURLToPath } from "node:url";
import * as traffic from "./traffic.flow.js";
import { traceToConsole } from "./tracing.js";

const adapters: LifecycleAdapter[] = [progress(), timings()];
if (process.argv.includes("--trace")) {
  traceToConsole();
  adapters.push(openTelemetry());
}
const dr = new Builder().withModules(traffic).withAdapters(...adapters).build();

const dataPath = (name: string): string => fileURLToPath(new URL(`../data/${name}`, import.meta.resolve("vega-datasets")));
const inputs = { airportsPath: dataPath("airports.csv"), routesPath: dataPath("flights-airport.csv") };

const { busiest, longestDailyLeg, meanDistance, changes } = await dr.execute(["busiest", "longestDailyLeg", "meanDistance", "changes"], { inputs });

console.log("\nbusiest");
for (const { airport, flights } of busiest) console.log(`  ${airport.iata} ${airport.city}: ${flights} departures`);
console.log(`longest daily leg: ${longestDailyLeg.from.city} to ${longestDailyLeg.to.city}, ${longestDailyLeg.kilometres.toFixed(0)} km`);
console.log(`mean distance: ${meanDistance.toFixed(0)} km`);
console.log(`pairs of airports by changes: ${changes.map((pairs, times) => `${times}: ${pairs}`).join(", ")}`);
