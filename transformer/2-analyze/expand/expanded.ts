/** Transform a node that has options Into the nodes that they make of it. */
import { finding } from "../../diagnostics/finding.js";
import { suggestion } from "../../diagnostics/suggestion.js";
import type { FlowNode } from "../../model.js";
import { type Expanded, type Expanding, final } from "./expanding.js";
import { expansions } from "./expansions.js";

const OPTIONS = expansions.flatMap(({ options }) => options);

export function expanded(expanding: Expanding, node: FlowNode): FlowNode[] {
  const names = new Set(expanding.options.entries.map(({ name }) => name));
  for (const { name, place } of expanding.options.entries) {
    if (!OPTIONS.includes(name)) expanding.report(finding("unknownNodeOption", { option: name, suggestion: suggestion(name, OPTIONS) }, place));
  }
  let nodes: readonly Expanded[] = [final(node)];
  for (const { options, expand } of expansions) {
    if (!options.some((each) => names.has(each))) continue;
    nodes = nodes.flatMap((each) => (each.isFinal ? expand(each.node, expanding) : each));
  }
  return nodes.map((each) => each.node);
}
