import type { Diagram } from "./diagram.js";
import { plainText, shortened } from "./plain-text.js";
import type { SceneNode } from "./scene.js";

/** The picture in a sentence or two, for those who do not see it. */
export function describe(diagram: Diagram): string {
  const nodes = [...new Set(diagram.boxes.flatMap((box) => box.rows))];
  const counts = [
    counted(nodes, "function", "function", "functions"),
    counted(nodes, "input", "input", "inputs"),
    counted(nodes, "config", "config value", "config values"),
  ].filter((count) => count !== "");
  const sentences = [counts.length === 0 ? "An empty dataflow." : `A dataflow of ${inWords(counts)}.`];
  for (const trait of ["for each item", "requested", "overridden", "missing"] as const) {
    const names = nodes.filter((node) => (trait === "for each item" ? node.blocks !== undefined : node[trait] === true)).map((node) => shortened(plainText(node.name), 60));
    const shown = names.length > 12 ? [...names.slice(0, 11), `${names.length - 11} more`] : names;
    if (names.length > 0) sentences.push(`${trait[0]!.toUpperCase()}${trait.slice(1)}: ${inWords(shown)}.`);
  }
  return sentences.join(" ");
}

function counted(nodes: readonly SceneNode[], kind: SceneNode["kind"], one: string, many: string): string {
  const count = nodes.filter((node) => node.kind === kind).length;
  return count === 0 ? "" : `${count} ${count === 1 ? one : many}`;
}

function inWords(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)!}`;
}
