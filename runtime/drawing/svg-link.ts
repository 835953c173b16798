import type { Link } from "./diagram.js";
import type { Theme } from "./theme.js";
import { type Point, element, tenths } from "./xml.js";

const headLength = 7;
const headHalf = 3.4;
const forkLength = 13;
const forkHalf = 5.5;

/** A link as SVG: a line, straight within each pair of points and curved between pairs, and an arrowhead whose tip is the last point. */
export function svgLink(points: readonly Point[], orient: "LR" | "TB", link: Link, theme: Theme): string {
  const { from, to, optional, passes } = link;
  const classes = ["link", ...(optional ? ["optional"] : []), ...(passes ? [passes === "each" ? "each-item" : "all-items"] : [])];
  return element("g", { class: classes.join(" "), "data-from": `n${from}`, "data-to": `n${to}` }, svgLinkParts(points, orient, link, theme));
}

/** Its strokes: two heads where items go along one at a time, a fork at its start where all of them are collected. */
export function svgLinkParts(points: readonly Point[], orient: "LR" | "TB", { optional, passes }: Partial<Link>, theme: Theme): string {
  const horizontal = orient === "LR";
  const tip = points.at(-1)!;
  // The line ends where the head begins.
  const end = (horizontal ? tip.x : tip.y) - headLength + 1;
  const line = points.map(({ x, y }) => (horizontal ? { x: Math.min(x, end), y } : { x, y: Math.min(y, end) }));
  const stroke = { fill: "none", stroke: theme.edge, "stroke-width": passes ? 2 : 1.4 };
  const second = horizontal ? { x: tip.x - headLength, y: tip.y } : { x: tip.x, y: tip.y - headLength };
  return [
    element("path", { d: linePath(line, horizontal), ...stroke, "stroke-dasharray": optional ? "4 3.5" : undefined }),
    element("path", { d: headPath(tip, horizontal), fill: theme.edge }),
    passes === "each" ? element("path", { d: headPath(second, horizontal), fill: theme.edge }) : "",
    passes === "all" ? element("path", { d: forkPath(points[0]!, horizontal), ...stroke }) : "",
  ].join("");
}

/** From both sides of a link's start to a point on it. */
function forkPath({ x, y }: Point, horizontal: boolean): string {
  const corners = horizontal ? [[x, y - forkHalf], [x + forkLength, y], [x, y + forkHalf]] : [[x - forkHalf, y], [x, y + forkLength], [x + forkHalf, y]];
  return `M${corners.map((corner) => corner.map((value) => tenths(value!)).join(" ")).join("L")}`;
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
