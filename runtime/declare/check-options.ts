import { ArgumentError } from "../errors.js";
import { tell } from "../tell.js";
import { unknownOption } from "../unknown-option.js";

/** Throws if the options of a declaration are no object, or have one that is not known. */
export function checkOptions(method: string, what: string, options: unknown, known?: readonly string[]): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new ArgumentError(method, `'${method}' takes ${what} as an object, not ${tell(options)}.`);
  }
  const unknown = known && Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) throw unknownOption(method, unknown, known!);
}
