import { Builder } from "icosian";
import * as decorators from "./decorators.flow.js";

const dr = new Builder().withModules(decorators).withConfig({ region: "fr" }).build();
const names = dr.listAvailableVariables(({ kind, name }) => kind === "function" && name !== "loaded" && name !== "saved").map(({ name }) => name);
const results: Record<string, unknown> = dr.executeSync(names, { inputs: { series: [3, 1, 8], vat: 0.25, scaleFactor: 0.5 } });
for (const [name, value] of Object.entries(results)) console.log(`${name.padEnd(14)} ${JSON.stringify(value)}`);
console.log(`tags of owner growth: ${dr.listAvailableVariables({ tags: { owner: "growth" } }).map(({ name }) => name).join(", ")}`);
