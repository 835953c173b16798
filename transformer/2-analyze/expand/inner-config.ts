/** Transform the variants of a subdag Into those that its own config leaves; of keys that it lacks, the outer one decides. */
import type { FlowNode, WrittenEntry } from "../../model.js";
import type { Condition, ConfigLiteral } from "../../../runtime/manifest.js";
import { isAlways } from "../variants.js";
import type { Expanding } from "./expanding.js";
import { literalOf } from "./static-values.js";

export function settled(expanding: Expanding, nodes: readonly FlowNode[], config: readonly WrittenEntry[]): readonly FlowNode[] {
  if (nodes.every(isAlways)) return nodes;
  const asked = new Set(nodes.flatMap(({ when }) => when.map(({ key }) => key)));
  const known = new Map<string, ConfigLiteral>();
  for (const { name, value } of config) {
    const literal = asked.has(name) ? literalOf(expanding, name, value, ["string", "number", "boolean", "null"]) : undefined;
    if (literal !== undefined) known.set(name, literal);
  }
  const standing = nodes.filter(({ when }) => when.every((each) => !known.has(each.key) || holds(each))).map(withoutKnown);
  return standing.filter((node) => !node.isOtherwise || !rivals(node).some(isAlways)).map((node) => (node.isOtherwise && rivals(node).length === 0 ? { ...node, isOtherwise: false } : node));

  function holds(condition: Condition): boolean {
    const value = known.get(condition.key)!;
    return "in" in condition ? condition.in.includes(value) : !condition.notIn.includes(value);
  }

  function withoutKnown(node: FlowNode): FlowNode {
    return { ...node, when: node.when.filter(({ key }) => !known.has(key)) };
  }

  function rivals({ name }: FlowNode): readonly FlowNode[] {
    return standing.filter((each) => each.name === name && !each.isOtherwise);
  }
}
