import { type Cluster, clustersOf } from "./clusters.js";
import type { Box, Diagram } from "./diagram.js";
import type { DrawingOptions } from "./drawing.js";
import { type Look, type Trait, lookOf } from "./look.js";
import { plainText, shortened } from "./plain-text.js";
import type { SceneNode } from "./scene.js";
import { type Theme, themes } from "./theme.js";

/** The order in which a box's classes apply: later ones win. */
const classes = ["function", "input", "config", "optional", "requested", "overridden", "missing", "deprecated"] as const satisfies Trait[];

/** Diagram to Mermaid flowchart. */
export function mermaidOf(diagram: Diagram, options: DrawingOptions): string {
  const theme = themes[options.theme ?? "light"];
  const looks = diagram.boxes.map((box) => lookOf(box.rows[0]));
  const lines = [`flowchart ${options.orient ?? "LR"}`];
  const write = ({ name, boxes, blocks }: Cluster, indent: string, title?: string): void => {
    if (title !== undefined) lines.push(`${indent}subgraph ${name}["${title}"]`);
    const inner = title === undefined ? indent : `${indent}  `;
    for (const i of boxes) lines.push(`${inner}n${i}${shape(looks[i]!, label(diagram.boxes[i]!))}`);
    for (const block of blocks) write(block, inner, `for each ${escaped(shortened(plainText(block.opener), 60))}`);
    if (title !== undefined) lines.push(`${indent}end`);
  };
  write(clustersOf(diagram), "  ");
  for (const { from, to, optional, passes } of diagram.links) {
    lines.push(`  n${from} ${optional ? "-.->" : passes ? "==>" : "-->"}${passes ? `|${passes}|` : ""} n${to}`);
  }
  for (const name of classes) {
    const members = looks.flatMap((look, i) => (look.has(name) ? [`n${i}`] : []));
    if (members.length > 0) lines.push(`  classDef ${name}_ ${style(name, theme)}`, `  class ${members.join(",")} ${name}_`);
  }
  return `${lines.join("\n")}\n`;
}

/** Round for functions, with round ends for inputs, slanted for config, double for what is requested, a hexagon for what is overridden. */
function shape(look: Look, text: string): string {
  if (look.has("overridden")) return `{{"${text}"}}`;
  if (look.has("requested")) return `[["${text}"]]`;
  if (look.has("input")) return `(["${text}"])`;
  if (look.has("config")) return `[/"${text}"/]`;
  return `("${text}")`;
}

function label(box: Box): string {
  if (box.rows.length === 1 && box.rows[0].kind === "function") return `<b>${nameOf(box.rows[0])}</b><br/>${typeOf(box.rows[0])}`;
  return box.rows.map((node) => `<b>${nameOf(node)}</b> ${typeOf(node)}`).join("<br/>");
}

function nameOf(node: SceneNode): string {
  const marks = (node.missing === true ? "! " : "") + (node.async === true ? "async " : "");
  return marks + escaped(shortened(plainText(node.name), 120)) + (node.optional === true ? "?" : "");
}

const typeOf = (node: SceneNode): string => escaped(shortened(plainText(node.type), 80));

/** All that could mean something to Mermaid, Markdown or HTML becomes an entity, in Mermaid's own spelling of them. */
function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N} _,.…]/gu, (character) => `#${character.codePointAt(0)!};`);
}

function style(trait: (typeof classes)[number], theme: Theme): string {
  switch (trait) {
    case "optional":
      return "stroke-dasharray:2 3";
    case "deprecated":
      return "text-decoration:line-through";
    default: {
      const { fill, stroke } = theme[trait];
      const width = trait === "missing" ? "3px" : trait === "requested" ? "2px" : "1px";
      return `fill:${fill},stroke:${stroke},color:${theme.ink},stroke-width:${width}${trait === "input" ? ",stroke-dasharray:5 3" : ""}`;
    }
  }
}
