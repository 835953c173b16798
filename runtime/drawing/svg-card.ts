import { type Card, nameFont, typeFont } from "./card.js";
import { svgClock, svgFrame } from "./svg-frame.js";
import { isCoveredByInter } from "./text-width.js";
import type { Theme } from "./theme.js";
import { type Point, element, escapeXml } from "./xml.js";

/** A card as an SVG group: the tooltip, the frame, the marks, the texts. */
export function svgCard(card: Card, at: Point, theme: Theme, id: number): string {
  return element(
    "g",
    { class: ["node", ...card.look].join(" "), "data-id": `n${id}` },
    element("title", {}, escapeXml(card.title)),
    svgFrame(card.look, { ...at, width: card.width, height: card.height }, theme),
    card.markAt === undefined ? "" : svgClock({ x: at.x + card.markAt.x - 6, y: at.y + card.markAt.y }, theme),
    ...card.texts.map((line) => {
      if (line.text === "") return "";
      const isName = line.role === "name";
      const font = isName ? nameFont : typeFont;
      return element(
        "text",
        {
          x: at.x + line.x,
          y: at.y + line.y,
          "font-size": font.size,
          "font-weight": font.weight,
          fill: isName ? theme.ink : theme.muted,
          "text-decoration": isName && card.look.has("deprecated") ? "line-through" : undefined,
          // A browser without Inter squeezes its own font into the place that we measured.
          ...(isCoveredByInter(line.text) && { textLength: line.width, lengthAdjust: "spacingAndGlyphs" }),
        },
        escapeXml(line.text),
      );
    }),
  );
}
