/** Some value can be given for each input. */
import { finding } from "../../diagnostics/finding.js";
import type { Consumer, Finding, FlowInput } from "../../model.js";
import type { Rule } from "./index.js";

export const possibleInputs: Rule = ({ inputs }) => inputs.filter(({ impossible }) => impossible).map(report);

function report({ name, declared, demands, typeText }: FlowInput): Finding {
  if (declared) return finding("impossibleDeclaration", { input: name, type: typeText }, declared.place);
  const [first, second, ...others] = demands as readonly [Consumer, Consumer?, ...Consumer[]];
  if (!second) {
    return finding("impossibleInput", { input: name, node: first.node.name, type: typeText }, first.dependency.place);
  }
  const data = {
    input: name,
    node: second.node.name,
    type: second.dependency.typeText,
    other: first.node.name,
    otherType: first.dependency.typeText,
  };
  return finding("conflictingInput", data, second.dependency.place, {
    related: [first, ...others].map(({ node, dependency }) => finding("alsoNeededHere", { node: node.name }, dependency.place)),
  });
}
