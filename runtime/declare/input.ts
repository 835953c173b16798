import type { StandardSchema } from "./standard-schema.js";

/** An input that a module declares. `type` is for the compiler alone: no value stands there. */
export interface Input<T> {
  readonly kind: "icosian.input";
  /** @internal */
  readonly type: T;
  readonly default?: T;
  readonly doc?: string;
  readonly schema?: StandardSchema<T>;
}

/** What `input` takes: an object literal, since the compiler reads which of these there are. */
export interface InputOptions<T> {
  /** The value where a request gives none: the input is then optional. */
  readonly default?: Later<T>;
  /** Said instead of the doc comment. */
  readonly doc?: string;
  /** Judges each value that a request or the config gives, and does not change it: any Standard Schema, such as those of zod, valibot and arktype. */
  readonly schema?: StandardSchema<T>;
}

/** `T`, inferred from here only where nothing else tells it: the default `"a"` of `"a" | "b"` would make it `string`. */
type Later<T> = T & ({} | null | undefined);

/**
 * Declares an input of a dataflow: its type, and what else there is to say of it. A module that
 * declares one declares all of its own.
 *
 * ```ts
 * import { input } from "icosian";
 *
 * export const net = input<number>();
 * export const rate = input<number>({ default: 0.2, doc: "VAT rate" });
 * export const tax = (net: number, rate: number): number => net * rate;
 * ```
 */
export function input<T>(options: InputOptions<T> = {}): Input<T> {
  return { kind: "icosian.input", ...options } as Input<T>;
}
