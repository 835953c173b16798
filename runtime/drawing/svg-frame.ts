import { type Look, paintOf } from "./look.js";
import { type Rectangle, outlinePath } from "./outline.js";
import type { Theme } from "./theme.js";
import { type Point, element, tenths } from "./xml.js";

/** The border of a card with all that it says without words: the nodes' cards and the legend's samples are drawn alike. */
export function svgFrame(look: Look, area: Rectangle, theme: Theme): string {
  const { fill, stroke } = paintOf(look, theme);
  const missing = look.has("missing");
  const border = {
    fill,
    stroke,
    "stroke-width": missing ? 2 : 1.3,
    "stroke-dasharray": look.has("optional") ? "1.5 3" : look.has("input") ? "5 3" : undefined,
  };
  // A card of a stack: there is one for each item.
  let frame = look.has("each") ? element("path", { d: outlinePath(look, { ...area, x: area.x + 3.5, y: area.y + 3.5 }), fill, stroke, "stroke-width": 1.3 }) : "";
  frame += element("path", { class: "border", d: outlinePath(look, area), ...border });
  if (look.has("requested")) {
    const inner = { x: area.x + 3.5, y: area.y + 3.5, width: area.width - 7, height: area.height - 7 };
    frame += element("path", { d: outlinePath(look, inner), fill: "none", stroke, "stroke-width": 1.3 });
  }
  if (look.has("overridden")) frame += hatch(look, area, stroke);
  if (missing) frame += exclamationMark({ x: area.x + area.width - 7, y: area.y }, stroke, theme);
  return frame;
}

/** Slanted strokes in a band along the left side. */
function hatch(look: Look, { x, y, height }: Rectangle, stroke: string): string {
  const inset = look.has("requested") ? 5.5 : 2;
  const left = x + inset + 2;
  const bandWidth = Math.min(7, height / 3);
  const top = y + inset + 1;
  const bottom = y + height - inset - 2;
  let d = "";
  for (let start = top + bandWidth; start <= bottom; start += height < 20 ? 3 : 4.5) {
    d += `M${tenths(left)} ${tenths(start)}L${tenths(left + bandWidth)} ${tenths(start - bandWidth)}`;
  }
  return element("path", { d, fill: "none", stroke, "stroke-width": 1.4, "stroke-linecap": "round" });
}

function exclamationMark({ x, y }: Point, stroke: string, theme: Theme): string {
  const disc = element("circle", { cx: x, cy: y, r: 7.5, fill: stroke, stroke: theme.canvas, "stroke-width": 1.5 });
  const mark = { d: `M${tenths(x)} ${tenths(y - 3.6)}V${tenths(y + 0.7)}M${tenths(x)} ${tenths(y + 3.5)}v.01` };
  return disc + element("path", { ...mark, stroke: theme.canvas, "stroke-width": 1.8, "stroke-linecap": "round" });
}

/** The mark of a function that returns a promise. */
export function svgClock({ x, y }: Point, theme: Theme): string {
  const line = { fill: "none", stroke: theme.muted, "stroke-width": 1.2 };
  return element("circle", { cx: x, cy: y, r: 5.2, ...line })
    + element("path", { d: `M${tenths(x)} ${tenths(y - 3)}V${tenths(y)}L${tenths(x + 2.2)} ${tenths(y + 1.4)}`, ...line, "stroke-linecap": "round", "stroke-linejoin": "round" });
}
