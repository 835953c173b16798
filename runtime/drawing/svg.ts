import { cardOf } from "./card.js";
import { describe } from "./describe.js";
import type { Diagram } from "./diagram.js";
import type { DrawingOptions } from "./drawing.js";
import { layoutOf } from "./layout.js";
import { legendOf } from "./legend.js";
import { straightHalf } from "./outline.js";
import { type Side, type Stop, routesOf } from "./routes.js";
import { svgCard } from "./svg-card.js";
import { svgLink } from "./svg-link.js";
import { themes } from "./theme.js";
import { type Point, element, escapeXml } from "./xml.js";

const margin = 24;
const legendGap = 22;
const fontFamily = "Inter, ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', sans-serif";

/** Diagram to SVG document: measure, lay out, route, draw. Links are drawn first, so that cards cover what passes behind them. */
export function svgOf(diagram: Diagram, options: DrawingOptions): string {
  const theme = themes[options.theme ?? "light"];
  const orient = options.orient ?? "LR";
  const cards = diagram.boxes.map(cardOf);
  const horizontal = orient === "LR";
  const extents = cards.map(({ width, height }) => (horizontal ? { along: width, across: height } : { along: height, across: width }));
  const layout = layoutOf(extents, diagram.links, horizontal ? 18 : 26);
  const sides = cards.map(({ look }, i): Side => ({ length: extents[i]!.along, half: straightHalf(look, extents[i]!.across) }));
  const routes = routesOf(sides, diagram.links, layout, horizontal ? 9 : 14);

  const size = horizontal ? { width: layout.length, height: layout.breadth } : { width: layout.breadth, height: layout.length };
  const explained = options.showLegend !== false;
  const legend = legendOf(explained ? cards : [], explained ? diagram.links : [], Math.max(size.width, 420), theme);
  const width = Math.ceil(Math.max(size.width, legend.width, 72)) + margin * 2;
  const height = Math.ceil(size.height + (legend.height === 0 ? 0 : legend.height + legendGap)) + margin * 2;
  const left = Math.max(margin, (width - size.width) / 2);
  const toPoint = ({ along, across }: Stop): Point =>
    horizontal ? { x: left + along, y: margin + across } : { x: left + across, y: margin + along };

  const links = routes.map((stops, i) => svgLink(stops.map(toPoint), orient, diagram.links[i]!, theme));
  const nodes = cards.map((card, i) => {
    const { start, end, at } = layout.boxes[i]!;
    const middle = toPoint({ along: (start + end) / 2, across: at });
    return svgCard(card, { x: middle.x - card.width / 2, y: middle.y - card.height / 2 }, theme, i);
  });
  return element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "font-family": fontFamily },
    element("title", {}, "Dataflow"),
    element("desc", {}, escapeXml(describe(diagram))),
    element("rect", { width, height, fill: theme.canvas }),
    element("g", { class: "links" }, ...links.map((link) => `\n${link}`)),
    element("g", { class: "nodes" }, ...nodes.map((node) => `\n${node}`)),
    legend.height === 0 ? "" : `\n${legend.svg(margin, margin + size.height + legendGap)}`,
    "\n",
  ) + "\n";
}
