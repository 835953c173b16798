import { Builder } from "icosian";
import { manifestText, nameOf } from "./engine/manifest-of.mjs";
import { median } from "./median.mjs";
import { randomNumbers } from "./random.mjs";
import { sleepingGraphs } from "./sleeping/graphs.mjs";
import { printTable, round } from "./table.mjs";
import { target } from "./targets.mjs";

const ROUNDS = 7;

/** How close async graphs come to what a program by hand takes, whose nodes do nothing but wait. */
export async function run() {
  const rows = [];
  const targets = [];
  for (const { title, graph, concurrency, byHand } of sleepingGraphs(randomNumbers(7))) {
    const ours = driverOf(graph, concurrency);
    const times = { ours: [], byHand: [] };
    for (let number = 0; number <= ROUNDS; number++) {
      // One after the other, so that both meet the same neighbours; the first round warms up.
      times.byHand.push(await elapsed(byHand));
      times.ours.push(await elapsed(ours));
      if (number === 0) times.ours.length = times.byHand.length = 0;
    }
    const [own, hand] = [median(times.ours), median(times.byHand)];
    rows.push([title, round(hand), round(own), round(own / hand)]);
    targets.push(target(`${title} ÷ by hand`, own / hand, 1.05, ""));
  }
  console.log("Milliseconds that pass.");
  printTable(["", "by hand", "icosian", "÷"], rows);
  return targets;
}

function driverOf(graph, concurrency) {
  const flow = { $manifest: JSON.parse(manifestText(graph)) };
  graph.functions.forEach((fn, i) => (flow[nameOf(i)] = fn));
  const driver = new Builder().withModules(flow).build();
  const options = { inputs: { x: 0 }, ...(concurrency !== undefined && { concurrency }) };
  return () => driver.execute(graph.finals.map(nameOf), options);
}

async function elapsed(act) {
  const start = performance.now();
  await act();
  return performance.now() - start;
}
