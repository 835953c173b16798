import { wrongArgument } from "./wrong-argument.js";

/** How many may be under way at a time: an integer from 1, or `Infinity`, as if nothing was said. */
export function readLimit(method: string, what: string, limit: unknown = Infinity): number {
  if (typeof limit === "number" && limit >= 1 && (limit === Infinity || Number.isInteger(limit))) return limit;
  throw wrongArgument(method, `'${what}'`, "an integer from 1", limit);
}
