/** `when`, `whenNot`, `whenIn`, `whenNotIn` and `otherwise`: the config says whether the node is there, and its name loses its `__suffix`. */
import { finding } from "../../diagnostics/finding.js";
import { canHold } from "../conditions.js";
import { withoutSuffix } from "../entries.js";
import { type Expanding, type Expansion, final, optionOf } from "./expanding.js";
import { notStatic } from "./static-values.js";
import { conditionsIn } from "./written-conditions.js";

export const variant: Expansion = {
  options: ["when", "whenNot", "whenIn", "whenNotIn", "otherwise"],
  expand(node, expanding) {
    const { report, declared } = expanding;
    let isRead = true;
    const noting: Expanding = { ...expanding, report: (fault) => ((isRead = false), report(fault)) };
    const when = conditionsIn(noting, expanding.options.entries);
    const otherwise = optionOf(expanding, "otherwise");
    const isOtherwise = otherwise?.value.kind === "literal" && otherwise.value.value === true;
    if (otherwise && !isOtherwise) notStatic(noting, "otherwise", otherwise.value.node, "Write 'true', or leave it out.");
    // Of which nodes it is a variant, nobody can tell.
    if (!isRead) return [];
    if (otherwise && when.length > 0) report(finding("otherwiseWithConditions", { node: declared.name }, otherwise.place));
    else if (!canHold(when, [])) report(finding("impossibleConditions", { node: declared.name }, declared.place));
    return [final({ ...node, name: withoutSuffix(node.name), when, isOtherwise })];
  },
};
