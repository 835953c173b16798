import { ArgumentError } from "../errors.js";
import { isSource } from "./source.js";

/** Several values for one parameter, as a list or as a record: what `group` returns. */
export interface Group<Members = unknown> {
  readonly kind: "icosian.group";
  readonly members: Members;
}

/**
 * In place of a value for a parameter: several of them, each a source or a value, as a list, or as a
 * record if they are given in one object.
 *
 * ```ts
 * import { group, node, source } from "icosian";
 *
 * const sum = (xs: readonly number[], by: { unit: number }): number => xs.reduce((total, x) => total + x, 0) / by.unit;
 * export const spend = node({ parameterize: { total: { xs: group(source("tv"), source("web"), 5), by: group({ unit: source("unit") }) } } }, sum);
 * ```
 */
export function group<Members extends Readonly<Record<string, unknown>>>(members: Members): Group<Members>;
export function group<Members extends readonly unknown[]>(...members: Members): Group<Members>;
export function group(...members: readonly unknown[]): Group {
  if (members.length === 0) throw new ArgumentError("group", "'group' takes what it puts together: group(source(\"a\"), 2) for a list, group({ a: source(\"a\") }) for a record.");
  const [first] = members;
  return { kind: "icosian.group", members: members.length === 1 && isRecord(first) ? first : members };
}

/** An object literal; what merely is an object, such as a Date, is a member of a list. */
function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype && !isSource(value) && (value as { kind?: unknown }).kind !== "icosian.group";
}
