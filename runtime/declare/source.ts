import { ArgumentError } from "../errors.js";
import { tell } from "../tell.js";

/** A node, or an input, by its name: what `source` returns. */
export interface NodeSource<Name extends string = string> {
  readonly kind: "icosian.source";
  readonly name: Name;
}

/**
 * In place of a value for a parameter: the value of the node, or of the input, with this name.
 *
 * ```ts
 * import { node, source } from "icosian";
 *
 * export const double = node({ parameterize: { spend2: { x: source("spend") }, signups2: { x: source("signups") } } }, (x: number): number => 2 * x);
 * ```
 */
export function source<Name extends string>(name: Name): NodeSource<Name> {
  if (typeof name !== "string") throw new ArgumentError("source", `'source' takes the name of a node or an input as a string, not ${tell(name)}.`);
  return { kind: "icosian.source", name };
}

export function isSource(value: unknown): value is NodeSource {
  return typeof value === "object" && value !== null && (value as { kind?: unknown }).kind === "icosian.source";
}
