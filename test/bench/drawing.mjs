import { crossings, meanLength } from "./drawing/crossings.mjs";
import { drawnByDot, graphvizVersion } from "./drawing/graphviz.mjs";
import { drawn } from "./drawing/icosian.mjs";
import { layeredDag } from "./drawing/layered-dag.mjs";
import { median } from "./median.mjs";
import { printTable, round } from "./table.mjs";
import { target } from "./targets.mjs";

/** A picture's time, and how well it reads: fewer crossings and shorter lines are better. */
export async function run() {
  const graphviz = graphvizVersion();
  if (graphviz === undefined) console.log("Graphviz is not installed: there is no `dot` to compare with.");
  const painters = [{ label: "icosian", draw: drawn }, ...(graphviz ? [{ label: `dot ${graphviz}`, draw: drawnByDot }] : [])];
  const rows = [];
  const targets = [];
  await drawn(layeredDag(50));
  for (const count of [100, 500, 1_000]) {
    const graph = layeredDag(count);
    for (const { label, draw } of painters) {
      const pictures = [await draw(graph), await draw(graph), await draw(graph)];
      const time = median(pictures.map((picture) => picture.time));
      const { lines } = pictures[0];
      rows.push([`${count.toLocaleString("en")} nodes, ${lines.length} links`, label, round(time * 1000), crossings(lines).toLocaleString("en"), round(meanLength(lines))]);
      if (count === 1_000 && draw === drawn) targets.push(target("drawing 1,000 nodes", time, 2, " s"));
    }
  }
  console.log("Milliseconds of CPU; for dot, elapsed.");
  printTable(["", "", "ms", "crossings", "mean length, px"], rows);
  return targets;
}
