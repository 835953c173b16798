/** Which conditions on the config can hold, alone and together. */
import type { Condition, ConfigLiteral } from "../../runtime/manifest.js";

/** Whether there is a config in which `all` hold, and of each list in `none` at least one does not. */
export function canHold(all: readonly Condition[], none: readonly (readonly Condition[])[]): boolean {
  if (!areMet(all)) return false;
  // Those that cannot hold beside `all` need no choice: without this, the ways to choose would be without number.
  const [first, ...others] = none.filter((each) => areMet([...all, ...each]));
  return first === undefined || first.some((condition) => canHold([...all, negated(condition)], others));
}

/** Conditions on different keys do not touch each other. */
function areMet(conditions: readonly Condition[]): boolean {
  const keys = new Set(conditions.map(({ key }) => key));
  return [...keys].every((key) => isMet(conditions.filter((each) => each.key === key)));
}

/** Without an `in`, any value but those left out will do. */
function isMet(onOneKey: readonly Condition[]): boolean {
  const lists = onOneKey.flatMap((each) => ("in" in each ? [each.in] : []));
  const [first, ...others] = lists;
  if (!first) return true;
  const isOut = (value: ConfigLiteral): boolean => onOneKey.some((each) => "notIn" in each && each.notIn.includes(value));
  return first.some((value) => others.every((list) => list.includes(value)) && !isOut(value));
}

/** Where not all of these hold: lists of conditions of which no two hold together. */
export function complement(conditions: readonly Condition[]): Condition[][] {
  return conditions.map((each, index) => [...conditions.slice(0, index), negated(each)]);
}

function negated(condition: Condition): Condition {
  return "in" in condition ? { key: condition.key, notIn: condition.in } : { key: condition.key, in: condition.notIn };
}
