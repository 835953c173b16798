/** Transform a node that has options Into the nodes that they make of it. */
import type { FlowNode } from "../../model.js";
import { type Expanded, type Expanding, final } from "./expanding.js";
import { expansions } from "./expansions.js";
import { refuseUnknown } from "./refuse-unknown.js";

const OPTIONS = expansions.flatMap(({ options }) => options);

export function expanded(expanding: Expanding, node: FlowNode): FlowNode[] {
  const names = new Set(expanding.options.entries.map(({ name }) => name));
  refuseUnknown(expanding, expanding.options, OPTIONS);
  let nodes: readonly Expanded[] = [final(node)];
  for (const { options, expand } of expansions) {
    if (!options.some((each) => names.has(each))) continue;
    nodes = nodes.flatMap((each) => (each.isFinal ? expand(each.node, expanding) : each));
  }
  return nodes.map((each) => each.node);
}
