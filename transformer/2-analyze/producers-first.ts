import type { FlowNode } from "../model.js";

/** In an order in which each comes after those that it needs; a cycle is broken somewhere. */
export function producersFirst(nodes: readonly FlowNode[], byName: ReadonlyMap<string, FlowNode>): FlowNode[] {
  const wanted = new Set(nodes);
  const ordered = new Set<FlowNode>();
  const seen = new Set<FlowNode>();
  const open = [...nodes].reverse();
  for (let node = open.at(-1); node; node = open.at(-1)) {
    const needed = seen.has(node) ? [] : node.dependencies.flatMap(({ name }) => byName.get(name) ?? []).filter((each) => wanted.has(each) && !seen.has(each));
    seen.add(node);
    if (needed.length > 0) open.push(...needed);
    else {
      ordered.add(node);
      open.pop();
    }
  }
  return [...ordered];
}
