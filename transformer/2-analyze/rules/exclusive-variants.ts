/** Of the nodes of one name in a module, each config leaves at most one. */
import { declaredHere } from "../../diagnostics/declared-here.js";
import { finding } from "../../diagnostics/finding.js";
import type { Finding, FlowNode } from "../../model.js";
import { isAlways, variantsIn } from "../variants.js";
import type { Rule } from "./index.js";

export const exclusiveVariants: Rule = ({ nodes }) => {
  const variants = variantsIn(nodes);
  const findings: Finding[] = [];
  for (const later of nodes) {
    const all = variants.of(later.name);
    const earlier = all[0] === later ? undefined : all.slice(0, all.indexOf(later)).find((each) => variants.canCoexist(each, later));
    if (earlier) findings.push(report(earlier, later));
  }
  return findings;
};

function report(earlier: FlowNode, later: FlowNode): Finding {
  const { name: node } = later;
  const related = [declaredHere(earlier)];
  if (isAlways(earlier) && isAlways(later)) return finding("sameName", { node }, later.place, { related });
  return finding("rivalVariants", { variant: later.declared.name, other: earlier.declared.name, node }, later.place, { related });
}
