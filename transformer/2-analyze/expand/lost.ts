import type { FlowNode } from "../../model.js";

/** A node of which a fault leaves the name: so that it is not missed as well. */
export function lost(node: FlowNode): FlowNode {
  const { schema: _, parallel: __, ...rest } = node;
  return { ...rest, typeText: "unknown", path: { of: "any" }, isGeneric: true, isLost: true };
}
