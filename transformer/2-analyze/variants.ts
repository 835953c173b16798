/** Which nodes of a dataflow can be there together: those of one name are its variants, chosen by config. */
import type { Condition } from "../../runtime/manifest.js";
import type { FlowNode } from "../model.js";
import { canHold } from "./conditions.js";

export interface Variants {
  /** The nodes of a name; most have one. */
  of(name: string): readonly FlowNode[];
  canCoexist(...nodes: readonly FlowNode[]): boolean;
  /** The same for nodes that are there under the same configs, as far as their text tells. */
  presenceOf(node: FlowNode): string;
  /** Whether there is a config in which the node is there, and no node of the name. */
  canLack(node: FlowNode, name: string): boolean;
}

/** Each rule asks of the same nodes. */
const known = new WeakMap<readonly FlowNode[], Variants>();

export function variantsIn(nodes: readonly FlowNode[]): Variants {
  let variants = known.get(nodes);
  if (!variants) known.set(nodes, (variants = createVariants(nodes)));
  return variants;
}

function createVariants(nodes: readonly FlowNode[]): Variants {
  const byName = new Map<string, FlowNode[]>();
  for (const node of nodes) {
    const others = byName.get(node.name);
    if (others) others.push(node);
    else byName.set(node.name, [node]);
  }
  const of = (name: string): readonly FlowNode[] => byName.get(name) ?? NONE;
  return { of, canCoexist, presenceOf, canLack };

  function canCoexist(...together: readonly FlowNode[]): boolean {
    if (together.every(isAlways)) return true;
    return canHold(together.flatMap(({ when }) => when), together.flatMap(rivals));
  }

  function presenceOf(node: FlowNode): string {
    return JSON.stringify([node.when, rivals(node)]);
  }

  function canLack(node: FlowNode, name: string): boolean {
    const variants = of(name);
    if (variants.some((each) => isAlways(each) || each.isOtherwise)) return false;
    return variants.length === 0 || canHold(node.when, [...rivals(node), ...variants.map(({ when }) => when)]);
  }

  /** The conditions of those in whose place a node stands. */
  function rivals(node: FlowNode): readonly (readonly Condition[])[] {
    return node.isOtherwise ? of(node.name).filter((each) => each !== node && !each.isOtherwise).map(({ when }) => when) : [];
  }
}

const NONE: readonly FlowNode[] = [];

/** The nodes that have no variants beside them, by name. */
export function singles(nodes: readonly FlowNode[]): ReadonlyMap<string, FlowNode> {
  let found = knownSingles.get(nodes);
  if (!found) knownSingles.set(nodes, (found = findSingles(nodes)));
  return found;
}

const knownSingles = new WeakMap<readonly FlowNode[], ReadonlyMap<string, FlowNode>>();

function findSingles(nodes: readonly FlowNode[]): ReadonlyMap<string, FlowNode> {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  if (byName.size < nodes.length) for (const node of nodes) if (byName.get(node.name) !== node) byName.delete(node.name);
  return byName;
}

/** Whether a node is there whatever the config. */
export function isAlways({ when, isOtherwise }: FlowNode): boolean {
  return when.length === 0 && !isOtherwise;
}
