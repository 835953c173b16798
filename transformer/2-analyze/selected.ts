/** Transform variants Into those that a composition's config leaves, as far as it is known. */
import type { Project } from "../compilers/port.js";
import type { FlowNode } from "../model.js";
import type { Condition, ConfigLiteral } from "../../runtime/manifest.js";
import { canHold } from "./conditions.js";
import type { Given } from "./given.js";
import { isAlways } from "./variants.js";

/** What each node that can be there is, then: one that is there for certain has no conditions any more. */
export function selected({ types }: Project, nodes: readonly FlowNode[], config: Given): ReadonlyMap<FlowNode, FlowNode> {
  if (nodes.every(isAlways)) return new Map(nodes.map((node) => [node, node]));
  const facts = factsOf(new Set(nodes.flatMap(({ when }) => when.map(({ key }) => key))));
  const chosen = new Map<FlowNode, FlowNode>();
  for (const node of nodes) {
    const rivals = node.isOtherwise ? nodes.filter((each) => each.name === node.name && !each.isOtherwise).map(({ when }) => when) : [];
    if (isAlways(node)) chosen.set(node, node);
    else if (canHold([...facts, ...node.when], rivals)) {
      const isCertain = node.isOtherwise ? rivals.every((when) => !canHold([...facts, ...when], [])) : !canHold(facts, [node.when]);
      chosen.set(node, isCertain ? { ...node, when: [], isOtherwise: false } : { ...node, when: [...facts, ...node.when] });
    }
  }
  return chosen;

  /** What the config's text and type say of the keys, as conditions that hold. */
  function factsOf(keys: ReadonlySet<string>): Condition[] {
    return [...keys].flatMap((key): Condition[] => {
      const value = config.values.get(key);
      if (!value) return config.isOpen ? [] : [{ key, notIn: literalsOn(key) }];
      const { expression, path } = value.source;
      // A literal is more than its property's type says, which is widened.
      const values = value.isCertain ? literalsOf(path.length === 0 ? types.typeAt(expression) : value.type) : undefined;
      return values ? [{ key, in: values }] : [];
    });
  }

  /** All that any condition says of a key. */
  function literalsOn(key: string): ConfigLiteral[] {
    return nodes.flatMap(({ when }) => when.filter((each) => each.key === key).flatMap((each) => ("in" in each ? each.in : each.notIn)));
  }

  /** The values that a type has; undefined where they are not all known. */
  function literalsOf(type: Parameters<typeof types.shapeOf>[0]): ConfigLiteral[] | undefined {
    const shape = types.shapeOf(type);
    switch (shape.kind) {
      case "literal":
        return [shape.value];
      case "null":
        return [null];
      case "boolean":
        return [true, false];
      case "union": {
        const parts = shape.types.map(literalsOf);
        return parts.includes(undefined) ? undefined : parts.flatMap((each) => each!);
      }
      default:
        return undefined;
    }
  }
}
