import type { Link } from "./diagram.js";
import type { Theme } from "./theme.js";
import { type Point, element, tenths } from "./xml.js";

const headLength = 7;
const headHalf = 3.4;

/** A link as SVG: a line, straight within each pair of points and curved between pairs, and an arrowhead whose tip is the last point. */
export function svgLink(points: readonly Point[], orient: "LR" | "TB", { from, to, optional }: Link, theme: Theme): string {
  const horizontal = orient === "LR";
  const tip = points.at(-1)!;
  // The line ends where the head begins.
  const end = (horizontal ? tip.x : tip.y) - headLength + 1;
  const line = points.map(({ x, y }) => (horizontal ? { x: Math.min(x, end), y } : { x, y: Math.min(y, end) }));
  return element(
    "g",
    { class: optional ? "link optional" : "link", "data-from": `n${from}`, "data-to": `n${to}` },
    element("path", {
      d: linePath(line, horizontal),
      fill: "none",
      stroke: theme.edge,
      "stroke-width": 1.4,
      "stroke-dasharray": optional ? "4 3.5" : undefined,
    }),
    element("path", { d: headPath(tip, horizontal), fill: theme.edge }),
  );
}

function linePath(points: readonly Point[], horizontal: boolean): string {
  const at = ({ x, y }: Point): string => `${tenths(x)} ${tenths(y)}`;
  let d = `M${at(points[0]!)}`;
  for (let i = 1; i < points.length; i++) {
    const from = points[i - 1]!;
    const to = points[i]!;
    const level = horizontal ? Math.abs(from.y - to.y) < 0.05 : Math.abs(from.x - to.x) < 0.05;
    if (i % 2 === 1 || level) {
      if (at(from) !== at(to)) d += `L${at(to)}`;
    } else if (horizontal) {
      const middle = (from.x + to.x) / 2;
      d += `C${at({ x: middle, y: from.y })} ${at({ x: middle, y: to.y })} ${at(to)}`;
    } else {
      const middle = (from.y + to.y) / 2;
      d += `C${at({ x: from.x, y: middle })} ${at({ x: to.x, y: middle })} ${at(to)}`;
    }
  }
  return d;
}

function headPath({ x, y }: Point, horizontal: boolean): string {
  const corners = horizontal
    ? [[x, y], [x - headLength, y - headHalf], [x - headLength, y + headHalf]]
    : [[x, y], [x - headHalf, y - headLength], [x + headHalf, y - headLength]];
  return `M${corners.map((corner) => corner.map((value) => tenths(value!)).join(" ")).join("L")}Z`;
}
