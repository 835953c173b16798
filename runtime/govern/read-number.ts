import { wrongArgument } from "../wrong-argument.js";

/** What a number may be; `Infinity`, for none at all, only where it is endless. */
export interface Range {
  readonly from: number;
  readonly to?: number;
  readonly isWhole?: boolean;
  readonly isEndless?: boolean;
}

/** The longest that a timer can wait: past that, it would not wait at all. */
export const LONGEST = 2 ** 31 - 1;

/** A number of an option; `what` is its path, such as `retry.times`. */
export function readNumber(method: string, what: string, value: unknown, { from, to = Infinity, isWhole, isEndless }: Range): number {
  if (value === Infinity && isEndless) return value;
  const fits = typeof value === "number" && value >= from && value <= to && (isWhole ? Number.isInteger(value) : Number.isFinite(value));
  if (fits) return value;
  const range = `${isWhole ? "an integer" : "a number"} from ${from}${to === Infinity ? "" : ` to ${to}`}`;
  throw wrongArgument(method, `'${what}'`, range, value);
}
