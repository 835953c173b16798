import { Builder } from "icosian";
import { curvePoints } from "./curve.mjs";

/** Draws a graph with icosian. Gives the seconds of the whole picture, and its lines as points in pixels. */
export async function drawn({ parents }) {
  const name = (node) => `node_${node}`;
  const nodes = parents.map((from, node) => ({
    name: name(node),
    type: "number",
    dependencies: from.map((parent) => ({ name: name(parent), type: "number", optional: false })),
    compute: { op: "call", export: name(node) },
    async: false,
    location: { line: 1, column: 1 },
  }));
  const driver = new Builder().withModules({ $manifest: { manifestVersion: 1, module: "m", source: "m.ts", nodes, inputs: [] } }).build();
  const start = process.cpuUsage();
  const { svg } = await driver.displayAllFunctions();
  const { user, system } = process.cpuUsage(start);
  return { time: (user + system) / 1e6, lines: linesOf(svg) };
}

function linesOf(svg) {
  const links = svg.matchAll(/data-from="n(\d+)" data-to="n(\d+)"[^>]*><path d="([^"]+)"/g);
  return [...links].map(([, from, to, path]) => ({ from, to, points: pointsOf(path) }));
}

/** The points of a path of moves, lines and cubic curves, all absolute. */
function pointsOf(path) {
  const points = [];
  for (const [, command, numbers] of path.matchAll(/([MLC])([^MLC]*)/g)) {
    const coordinates = numbers.trim().split(/[ ,]+/).map(Number);
    const stops = Array.from({ length: coordinates.length / 2 }, (_, i) => ({ x: coordinates[2 * i], y: coordinates[2 * i + 1] }));
    if (command === "C") points.push(...curvePoints(points.at(-1), ...stops));
    else points.push(...stops);
  }
  return points;
}
