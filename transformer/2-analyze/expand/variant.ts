/** `when`, `whenNot`, `whenIn`, `whenNotIn` and `otherwise`: the config says whether the node is there, and its name loses its `__suffix`. */
import { finding } from "../../diagnostics/finding.js";
import type { WrittenEntry } from "../../model.js";
import type { Condition, ConfigLiteral } from "../../../runtime/manifest.js";
import { canHold } from "../conditions.js";
import { withoutSuffix } from "../entries.js";
import { type Expanding, type Expansion, final, optionOf } from "./expanding.js";
import { entriesIn, literalIn, literalsIn, notStatic } from "./static-values.js";

const KINDS = ["string", "number", "boolean", "null"] as const;

export const variant: Expansion = {
  options: ["when", "whenNot", "whenIn", "whenNotIn", "otherwise"],
  expand(node, expanding) {
    const { report, declared } = expanding;
    let isRead = true;
    const noting: Expanding = { ...expanding, report: (fault) => ((isRead = false), report(fault)) };
    const when = conditionsIn(noting);
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

type ToCondition = (key: string, values: ConfigLiteral[]) => Condition;
const isIn: ToCondition = (key, values) => ({ key, in: values });
const isNotIn: ToCondition = (key, values) => ({ key, notIn: values });

function conditionsIn(expanding: Expanding): Condition[] {
  return [...one("when", isIn), ...one("whenNot", isNotIn), ...several("whenIn", isIn), ...several("whenNotIn", isNotIn)];

  function one(option: string, condition: ToCondition): Condition[] {
    return entries(option).flatMap((entry) => {
      const value = literalIn(expanding, entry, KINDS);
      return value === undefined ? [] : condition(entry.name, [value]);
    });
  }

  function several(option: string, condition: ToCondition): Condition[] {
    return entries(option).map((entry) => condition(entry.name, literalsIn(expanding, entry, KINDS)));
  }

  function entries(name: string): readonly WrittenEntry[] {
    const option = optionOf(expanding, name);
    return option ? entriesIn(expanding, option) : [];
  }
}

