import { ArgumentError } from "./errors.js";
import { features } from "./features.js";
import { tell } from "./tell.js";

/** The error for what is not as a method takes it: `what` is its name in quotes, and `form` says how it should be. */
export function wrongArgument(method: string, what: string, form: string, value: unknown): ArgumentError {
  const told = typeof value === "number" ? value : tell(value);
  return new ArgumentError(method, `'${method}' takes ${what} as ${form}, not ${told}.${features.explanations?.advise(form, value) ?? ""}`);
}
