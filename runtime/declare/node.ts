import { ArgumentError } from "../errors.js";
import type { ConfigLiteral } from "../manifest.js";
import { tell } from "../tell.js";
import { checkOptions } from "./check-options.js";
import { type Declaration, declare } from "./declared.js";
import type { Checked, NodeEntries, NodeShape } from "./node-entries.js";
import { type AnyFunction, NODE_OPTIONS, type NodeOptions, type Parts } from "./node-options.js";
import type { Step } from "./step.js";

/** A function, and the nodes that a dataflow makes of it. */
export type Node<Fn extends AnyFunction, Shape extends NodeShape> = Fn & NodeDeclaration<Fn, Shape>;

export interface NodeDeclaration<Fn extends AnyFunction, Shape extends NodeShape> {
  readonly kind: "icosian.node";
  /** For the compiler alone: no value stands there. */
  readonly "~icosian"?: NodeEntries<Fn, Shape>;
}

/**
 * Declares the nodes of a function: what is bound to its parameters, what follows it, what judges it,
 * what is taken from it, and under which conditions. The options are an object literal: the compiler
 * plugin reads them and proves what they say. What it returns is called as the function itself.
 *
 * ```ts
 * import { node, source } from "icosian";
 *
 * export const lag = node(
 *   { parameterize: { lag1: { days: 1 }, lag7: { days: 7, series: source("spend") } } },
 *   (series: readonly number[], days: number): number => series.at(-1 - days) ?? 0,
 * );
 * lag([1, 2, 3], 1); // => 2
 * ```
 *
 * @throws ArgumentError if the second argument is no function, or an option is unknown
 */
export function node<
  Fn extends AnyFunction,
  Field extends string,
  Literal extends ConfigLiteral,
  Name extends string = never,
  Steps extends Readonly<Record<string, AnyFunction | Step>> = {},
  CheckName extends string = never,
  Extract extends Parts<Field> = readonly [],
  Fill = never,
  When extends Readonly<Record<string, Literal>> = never,
  WhenNot extends Readonly<Record<string, Literal>> = never,
  WhenIn extends Readonly<Record<string, readonly Literal[]>> = never,
  WhenNotIn extends Readonly<Record<string, readonly Literal[]>> = never,
  Otherwise extends boolean = never,
>(
  options: NodeOptions<Checked<Fn, Steps>, Name, Steps, CheckName, Extract, Fill, When, WhenNot, WhenIn, WhenNotIn, Otherwise>,
  fn: Fn,
): Node<
  Fn,
  {
    own: [When | WhenNot | WhenIn | WhenNotIn | Otherwise] extends [never] ? "*" : "~";
    parameterize: Name;
    pipe: Steps;
    check: CheckName;
    extract: Extract;
    fillWith: Fill;
  }
> {
  checkOptions("node", "its options", options, NODE_OPTIONS);
  if (typeof fn !== "function") throw new ArgumentError("node", `'node' takes a function after its options, not ${tell(fn)}.`);
  return declare("icosian.node", options as unknown as Declaration["options"], fn as unknown as Declaration["fn"]) as never;
}
