import { ArgumentError } from "./errors.js";
import { listNames } from "./problems.js";
import { features } from "./features.js";

/** The error for an option that a method, or one of its options, does not have. */
export function unknownOption(method: string, unknown: string, known: readonly string[], parent?: string): ArgumentError {
  const remedy = features.explanations?.optionRemedy(unknown, known) ?? ` It has ${listNames(known, Infinity)}.`;
  return new ArgumentError(method, `'${method}' has no option '${parent === undefined ? "" : `${parent}.`}${unknown}'.${remedy}`);
}
