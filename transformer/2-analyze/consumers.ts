import type { Consumer, FlowNode } from "../model.js";

/** The uses of each name that count, in order of first use. */
export function consumersOf(nodes: readonly FlowNode[], counts: (consumer: Consumer) => boolean): Map<string, Consumer[]> {
  const consumers = new Map<string, Consumer[]>();
  for (const node of nodes) {
    for (const dependency of node.dependencies) {
      const consumer = { node, dependency };
      if (dependency.provided || !counts(consumer)) continue;
      const known = consumers.get(dependency.name);
      if (known) known.push(consumer);
      else consumers.set(dependency.name, [consumer]);
    }
  }
  return consumers;
}
