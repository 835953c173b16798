import { type Cluster, clustersOf } from "./clusters.js";
import type { Box, Diagram, Link } from "./diagram.js";
import type { DrawingOptions } from "./drawing.js";
import { type Look, lookOf, paintOf } from "./look.js";
import { plainText, shortened, wellFormed } from "./plain-text.js";
import type { SceneNode } from "./scene.js";
import { type Theme, themes } from "./theme.js";

/** Diagram to Graphviz digraph. */
export function dotOf(diagram: Diagram, options: DrawingOptions): string {
  const theme = themes[options.theme ?? "light"];
  const font = 'fontname="Inter,Helvetica,Arial,sans-serif"';
  return [
    "digraph dataflow {",
    `  graph [rankdir=${options.orient ?? "LR"}, bgcolor="${theme.canvas}", nodesep=0.2, ranksep=0.5]`,
    `  node [${font}, fontsize=11, fontcolor="${theme.ink}", height=0.4, margin="0.16,0.08"]`,
    `  edge [color="${theme.edge}", arrowsize=0.7]`,
    ...clusterLines(clustersOf(diagram), "  "),
    ...diagram.links.map((link) => `  n${link.from} -> n${link.to}${linkAttributes(link)}`),
    "}",
    "",
  ].join("\n");

  function clusterLines({ name, opener, boxes, blocks }: Cluster, indent: string): string[] {
    const inside = [...boxes.map((i) => `n${i} [${attributesOf(diagram.boxes[i]!, theme)}]`)];
    const lines = [...inside.map((line) => indent + line), ...blocks.flatMap((block) => clusterLines(block, `${indent}  `))];
    if (opener === "") return lines;
    const outer = indent.slice(2);
    const label = quoted(`for each ${shortened(plainText(opener), 60)}`);
    return [`${outer}subgraph cluster_${name} {`, `${indent}graph [label=${label}, style="rounded,dashed", ${font}, fontsize=10, fontcolor="${theme.muted}", color="${theme.edge}"]`, ...lines, `${outer}}`];
  }
}

function linkAttributes({ optional, passes }: Link): string {
  const attributes = [
    ...(optional ? ["style=dashed"] : []),
    ...(passes ? ["penwidth=2"] : []),
    ...(passes === "each" ? ["arrowhead=normalnormal"] : passes === "all" ? ["dir=both", "arrowtail=crow"] : []),
  ];
  return attributes.length === 0 ? "" : ` [${attributes.join(", ")}]`;
}

function attributesOf(box: Box, theme: Theme): string {
  const look = lookOf(box.rows[0]);
  const { fill, stroke } = paintOf(look, theme);
  const attributes: [string, string][] = [
    ["label", quoted(box.rows.map((node) => labelOf(node)).join("\n"))],
    ["shape", look.has("config") ? "note" : "box"],
    ["style", quoted(styleOf(look))],
    ["fillcolor", quoted(fill)],
    ["color", quoted(stroke)],
  ];
  if (look.has("requested")) attributes.push(["peripheries", "2"]);
  if (look.has("missing")) attributes.push(["penwidth", "2.5"]);
  const docs = box.rows.map((node) => node.doc ?? "").filter((doc) => doc !== "");
  if (docs.length > 0) attributes.push(["tooltip", quoted(docs.join("\n\n"))]);
  return attributes.map(([key, value]) => `${key}=${value}`).join(", ");
}

function styleOf(look: Look): string {
  const border = look.has("optional") ? "dotted" : look.has("input") ? "dashed" : "solid";
  return `filled,${border}${look.has("config") ? "" : ",rounded"}${look.has("overridden") ? ",diagonals" : ""}`;
}

function labelOf(node: SceneNode): string {
  const marks = (node.missing === true ? "! " : "") + (node.async === true ? "async " : "");
  const name = shortened(plainText(node.name), 120) + (node.optional === true ? "?" : "");
  const lines = [marks + name, shortened(plainText(node.type), 80)].filter((line) => line.trim() !== ""); // Graphviz can crash on empty ones
  return lines.join(node.kind === "function" ? "\n" : ": ");
}

/** A quoted string in which nothing is an escape of Graphviz (`\N`, `\G`) and nothing an HTML entity. */
function quoted(text: string): string {
  const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "&": "&amp;" };
  return `"${wellFormed(text).replace(/\r\n?/g, "\n").replace(/[\\"\n&]/g, (character) => escapes[character]!)}"`;
}
