import { readRecord } from "../arguments.js";
import { ArgumentError } from "../errors.js";
import type { TagValue } from "../manifest.js";
import { tell } from "../tell.js";
import type { Variable } from "./variable.js";
import type { TagQuery } from "../declare/tags.js";

/** A filter of variables for what `listAvailableVariables` takes: a function, tags, or both. */
export function readFilter(filter: unknown): (variable: Variable) => boolean {
  const method = "listAvailableVariables";
  if (filter === undefined) return () => true;
  if (typeof filter === "function") return (variable) => Boolean((filter as (variable: Variable) => unknown)(variable));
  const takes = `'${method}' takes a function of a variable, or { tags }, as its filter`;
  if (typeof filter !== "object" || filter === null) throw new ArgumentError(method, `${takes}, not ${tell(filter)}.`);
  const { tags = {}, ...others } = filter as { tags?: unknown };
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new ArgumentError(method, `${takes}, and no '${unknown}'.`);
  const query = Object.entries(readRecord(method, "'tags'", tags));
  for (const [key, wanted] of query) if (!isWanted(wanted)) throw new ArgumentError(method, `'${method}' takes the tag '${key}' as a value, a list of values, or null for any, not ${tell(wanted)}.`);
  return (variable) => hasTags(variable, query as Query);
}

type Query = readonly (readonly [string, Exclude<TagQuery[string], undefined>])[];

/** As in Hamilton: every key must be there; `null` is content with that; of several values on either side, one in common will do. */
function hasTags({ tags }: Variable, query: Query): boolean {
  return query.every(([key, wanted]) => {
    if (tags === undefined || !Object.hasOwn(tags, key)) return false;
    return wanted === null || listOf(tags[key]!).some((value) => listOf(wanted).includes(value));
  });
}

function listOf(value: TagValue | readonly (string | number | boolean)[]): readonly (string | number | boolean)[] {
  return typeof value === "object" ? value : [value];
}

function isWanted(value: unknown): boolean {
  return value === null || (Array.isArray(value) ? value : [value]).every((each) => ["string", "number", "boolean"].includes(typeof each));
}
