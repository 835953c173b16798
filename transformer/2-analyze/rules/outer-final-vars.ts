/** A request asks for no node that has a value for each item of a block. */
import { placeOf } from "../../1-collect/place.js";
import { declaredHere } from "../../diagnostics/declared-here.js";
import { finding } from "../../diagnostics/finding.js";
import { singles } from "../variants.js";
import type { RequestRule } from "./index.js";

export const outerFinalVars: RequestRule = ({ dataflow, blocks, finalVars, overrides, config }) => {
  // What stands in for such a node is one value.
  if (overrides.isOpen || config.isOpen) return [];
  const nodes = singles(dataflow.nodes);
  return finalVars.flatMap(({ name, node }) => {
    const inner = nodes.get(name);
    const block = inner?.parallel ? inner : inner && blocks.of.get(inner);
    if (!inner || !block || overrides.values.has(name)) return [];
    const route = block === inner ? "it opens a block, and has many items" : `it has a value for each item of '${block.name}'`;
    return [
      finding("innerFinalVar", { name, route }, placeOf(node), {
        related: [declaredHere(inner)],
      }),
    ];
  });
};
