import type { Card } from "./card.js";
import type { Link } from "./diagram.js";
import type { Trait } from "./look.js";
import { svgClock, svgFrame } from "./svg-frame.js";
import { svgLinkParts } from "./svg-link.js";
import { type Font, textWidth } from "./text-width.js";
import type { Theme } from "./theme.js";
import { element } from "./xml.js";

const labels: readonly (readonly [Trait, string])[] = [
  ["function", "function"],
  ["async", "async"],
  ["each", "runs for each item"],
  ["input", "input"],
  ["config", "config"],
  ["optional", "optional"],
  ["requested", "requested"],
  ["overridden", "overridden"],
  ["missing", "missing"],
  ["deprecated", "deprecated"],
];

const font: Font = { size: 11, weight: 400 };
const sample = { width: 26, height: 15 };
const rowHeight = 25;

/** Links that look different from others. */
type LinkSample = Partial<Link>;

const linkLabels: readonly (readonly [LinkSample, string])[] = [
  [{ optional: true }, "optional dependency"],
  [{ passes: "each" }, "each item"],
  [{ passes: "all" }, "all items, collected"],
];

/** What explains the picture: a sample and a word for each trait that occurs in it, in rows no wider than `maxWidth`. */
export interface Legend {
  readonly width: number;
  readonly height: number;
  svg(left: number, top: number): string;
}

export function legendOf(cards: readonly Card[], links: readonly Link[], maxWidth: number, theme: Theme): Legend {
  const traits = new Set(cards.flatMap((card) => [...card.look]));
  const entries: { x: number; row: number; label: string; sample: Trait | LinkSample }[] = [];
  let x = 0;
  let row = 0;
  let width = 0;
  const add = (label: string, of: Trait | LinkSample): void => {
    const entryWidth = sample.width + 8 + textWidth(label, font);
    if (x > 0 && x + entryWidth > maxWidth) {
      x = 0;
      row++;
    }
    entries.push({ x, row, label, sample: of });
    width = Math.max(width, x + entryWidth);
    x += entryWidth + 20;
  };
  for (const [trait, label] of labels) if (traits.has(trait)) add(label, trait);
  for (const [sample, label] of linkLabels) {
    if (links.some((link) => (sample.optional ? link.optional : link.passes === sample.passes))) add(label, sample);
  }

  return {
    width,
    height: entries.length === 0 ? 0 : (row + 1) * rowHeight,
    svg: (left, top) =>
      element("g", { class: "legend" }, ...entries.map((entry) => {
        const at = { x: left + entry.x, y: top + entry.row * rowHeight };
        const middle = at.y + rowHeight / 2;
        const text = { x: at.x + sample.width + 8, y: middle + 4, "font-size": font.size, fill: theme.muted };
        return sampleOf(entry.sample, at.x, middle, theme) + element("text", text, entry.label);
      })),
  };
}

function sampleOf(trait: Trait | LinkSample, x: number, middle: number, theme: Theme): string {
  if (typeof trait === "object") {
    if (trait.optional) return element("path", { d: `M${x} ${middle}h${sample.width}`, fill: "none", stroke: theme.edge, "stroke-width": 1.4, "stroke-dasharray": "4 3.5" });
    const ends = [x, x + sample.width].map((end) => ({ x: end, y: middle }));
    return svgLinkParts(ends, "LR", trait, theme);
  }
  switch (trait) {
    case "async":
      return svgClock({ x: x + sample.width / 2, y: middle }, theme);
    case "deprecated":
      return element("text", { x: x + 5, y: middle + 4, "font-size": 11, "font-weight": 600, fill: theme.ink, "text-decoration": "line-through" }, "abc");
    default: {
      const area = { x, y: middle - sample.height / 2, ...sample };
      const kind: Trait[] = trait === "missing" || trait === "optional" ? ["input", trait] : trait === "input" || trait === "config" ? [trait] : ["function", trait];
      return svgFrame(new Set(kind), area, theme);
    }
  }
}
