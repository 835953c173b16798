import { ArgumentError } from "../errors.js";
import { tell } from "../tell.js";
import { checkOptions } from "./check-options.js";
import type { Conditions } from "./conditions.js";
import type { AnyFunction, Bindings } from "./node-options.js";

/** A step of a pipe with what its function is given: what `step` returns. */
export interface Step<Fn extends AnyFunction = AnyFunction> {
  readonly kind: "icosian.step";
  readonly fn: Fn;
  readonly bindings: Bindings;
  readonly conditions: Conditions;
}

/** One that no config leaves out. */
export interface CertainStep<Fn extends AnyFunction = AnyFunction> extends Step<Fn> {
  readonly conditions: { readonly [Name in keyof Conditions]?: never };
}

/**
 * A step of a pipe: its function, whose first parameter takes the value, and what its other
 * parameters are bound to. What is not bound is asked for by its name. Where a condition does not
 * hold of the config, the step is left out.
 *
 * ```ts
 * import { node, source, step } from "icosian";
 *
 * const clip = (x: number, min: number, max: number): number => Math.min(Math.max(x, min), max);
 * export const score = node({ pipe: { log: Math.log, clip: step(clip, { max: 10, min: source("floor") }, { when: { clipped: true } }) } }, (x: number): number => x * 2);
 * ```
 */
export function step<Fn extends AnyFunction>(fn: Fn, bindings?: Bindings): CertainStep<Fn>;
export function step<Fn extends AnyFunction>(fn: Fn, bindings: Bindings, conditions: Conditions): Step<Fn>;
export function step(fn: AnyFunction, bindings: Bindings = {}, conditions: Conditions = {}): Step {
  if (typeof fn !== "function") throw new ArgumentError("step", `'step' takes a function first, not ${tell(fn)}.`);
  checkOptions("step", "what the parameters are bound to", bindings);
  checkOptions("step", "the conditions", conditions, ["when", "whenNot", "whenIn", "whenNotIn"]);
  return { kind: "icosian.step", fn, bindings, conditions };
}

export function isStep(value: unknown): value is Step {
  return typeof value === "object" && value !== null && (value as { kind?: unknown }).kind === "icosian.step";
}
