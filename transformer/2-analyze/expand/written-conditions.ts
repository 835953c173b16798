/** Transform `when`, `whenNot`, `whenIn` and `whenNotIn`, of those that are there, Into conditions: all must hold. */
import type { WrittenEntry } from "../../model.js";
import type { Condition, ConfigLiteral } from "../../../runtime/manifest.js";
import type { Expanding } from "./expanding.js";
import { entriesIn, literalIn, literalsIn } from "./static-values.js";

const KINDS = ["string", "number", "boolean", "null"] as const;

type ToCondition = (key: string, values: ConfigLiteral[]) => Condition;
const isIn: ToCondition = (key, values) => ({ key, in: values });
const isNotIn: ToCondition = (key, values) => ({ key, notIn: values });

export function conditionsIn(expanding: Expanding, options: readonly WrittenEntry[]): Condition[] {
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

  function entries(wanted: string): readonly WrittenEntry[] {
    const option = options.find(({ name }) => name === wanted);
    return option ? entriesIn(expanding, option) : [];
  }
}
