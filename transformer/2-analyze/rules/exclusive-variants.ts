/** Of the nodes of one name in a module, each config leaves at most one. */
import { finding } from "../../diagnostics/finding.js";
import type { Finding, FlowNode } from "../../model.js";
import { isAlways, variantsIn } from "../variants.js";
import type { Rule } from "./index.js";

export const exclusiveVariants: Rule = ({ nodes }) => {
  const variants = variantsIn(nodes);
  return nodes.flatMap((later) => {
    const [earlier] = variants.of(later.name).slice(0, variants.of(later.name).indexOf(later)).filter((each) => variants.canCoexist(each, later));
    return earlier ? [report(earlier, later)] : [];
  });
};

function report(earlier: FlowNode, later: FlowNode): Finding {
  const { name: node } = later;
  const related = [finding("declaredHere", { name: node, type: earlier.typeText }, earlier.place)];
  if (isAlways(earlier) && isAlways(later)) return finding("sameName", { node }, later.place, { related });
  return finding("rivalVariants", { variant: later.declared.name, other: earlier.declared.name, node }, later.place, { related });
}
