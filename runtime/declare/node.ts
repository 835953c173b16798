import { ArgumentError } from "../errors.js";
import type { ConfigLiteral } from "../manifest.js";
import { tell } from "../tell.js";
import { checkOptions } from "./check-options.js";
import { type Declaration, declare } from "./declared.js";
import type { NodeEntries } from "./node-entries.js";
import { type AnyFunction, NODE_OPTIONS, type NodeOptions, type Steps } from "./node-options.js";

/** A function, and the nodes that a dataflow makes of it. */
export type Node<Fn extends AnyFunction, Options> = Fn & NodeDeclaration<Fn, Options>;

export interface NodeDeclaration<Fn extends AnyFunction, Options> {
  readonly kind: "icosian.node";
  /** For the compiler alone, as all that begins with `~`: no value stands there. */
  readonly "~icosian"?: NodeEntries<Fn, Options>;
  readonly "~options": Options;
}

/**
 * The options, of which the compiler infers the pipe as well: before the rest, since what it gives is what a check takes.
 * A pipe is never a string, so that nothing but the options is left by the time they are looked at. An intersection
 * would say as much, and cost the compiler a tenth of what it costs to check a call.
 */
type WithPipe<Options, Pipe> = Pipe extends string ? { readonly pipe?: Pipe } : Options;

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
export function node<Name extends string, Literal extends ConfigLiteral, Fn extends AnyFunction, Pipe extends Steps, Options extends NodeOptions<Fn, Name, Literal, Pipe>>(options: WithPipe<Options, Pipe>, fn: Fn): Node<Fn, Options> {
  checkOptions("node", "its options", options, NODE_OPTIONS);
  if (typeof fn !== "function") throw new ArgumentError("node", `'node' takes a function after its options, not ${tell(fn)}.`);
  return declare("icosian.node", options as unknown as Declaration["options"], fn as unknown as Declaration["fn"]) as never;
}
