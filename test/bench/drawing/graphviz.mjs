import { spawnSync } from "node:child_process";
import { curvePoints } from "./curve.mjs";

/** The version of the installed Graphviz, or nothing. */
export function graphvizVersion() {
  return /version (\S+)/.exec(spawnSync("dot", ["-V"], { encoding: "utf8" }).stderr ?? "")?.[1];
}

/** Draws a graph with `dot`, left to right, with boxes of 120 × 40 pixels. */
export function drawnByDot({ parents }) {
  const edges = parents.flatMap((from, node) => from.map((parent) => `n${parent}->n${node};`));
  const boxes = `node [shape=box, fixedsize=true, width=${120 / 72}, height=${40 / 72}];`;
  const begun = performance.now();
  const { stdout } = spawnSync("dot", ["-Tplain"], { input: `digraph { rankdir=LR; ${boxes} ${edges.join("\n")} }`, encoding: "utf8", maxBuffer: 1 << 28 });
  return { time: (performance.now() - begun) / 1000, lines: linesOf(stdout) };
}

/** `edge TAIL HEAD COUNT x y x y …`: the points of a chain of cubic curves, in inches. */
function linesOf(plain) {
  return plain.split("\n").filter((line) => line.startsWith("edge ")).map((line) => {
    const [, from, to, count, ...numbers] = line.split(" ");
    const controls = Array.from({ length: Number(count) }, (_, i) => ({ x: numbers[2 * i] * 72, y: numbers[2 * i + 1] * 72 }));
    const points = [controls[0]];
    for (let i = 0; i + 3 < controls.length; i += 3) points.push(...curvePoints(controls[i], controls[i + 1], controls[i + 2], controls[i + 3]));
    return { from, to, points };
  });
}
