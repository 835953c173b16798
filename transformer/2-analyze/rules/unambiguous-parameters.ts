/** What the function of a subdag asks for is an inner node or an outer one, not both. */
import { declaredHere } from "../../diagnostics/declared-here.js";
import { finding } from "../../diagnostics/finding.js";
import type { Finding, FlowDependency, FlowNode } from "../../model.js";
import { variantsIn } from "../variants.js";
import type { Rule } from "./index.js";

export const unambiguousParameters: Rule = ({ nodes }) => {
  const variants = variantsIn(nodes);
  const subdags = nodes.filter(({ declared }) => declared.modules);
  return subdags.flatMap((node) => node.dependencies.flatMap((dependency) => ambiguity(node, dependency)));

  function ambiguity(node: FlowNode, { name, parameter, place }: FlowDependency): Finding[] {
    if (!parameter || name !== `${node.name}.${parameter.name}`) return [];
    // Around a subdag in a subdag, the outer nodes are those of that.
    const outerName = node.name.slice(0, node.name.lastIndexOf(".") + 1) + parameter.name;
    const outer = variants.of(outerName).find((each) => each !== node && variants.canCoexist(each, node));
    if (!outer) return [];
    const both = [...variants.of(name).slice(0, 1), outer];
    const related = both.map(declaredHere);
    return [finding("ambiguousParameter", { parameter: parameter.name, node: node.name, inner: name, outer: outerName }, place, { related })];
  }
};
