import { ArgumentError } from "../errors.js";
import { listNames } from "../problems.js";
import { didYouMean } from "../suggest.js";
import { tell } from "../tell.js";

/** Throws if the options of a declaration are no object, or have one that is not known. */
export function checkOptions(method: string, what: string, options: unknown, known?: readonly string[]): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new ArgumentError(method, `'${method}' takes ${what} as an object, not ${tell(options)}.`);
  }
  const unknown = known && Object.keys(options).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new ArgumentError(method, `'${method}' has no option '${unknown}'.${didYouMean(unknown, known!) || ` It has ${listNames(known!, 20)}.`}`);
}
