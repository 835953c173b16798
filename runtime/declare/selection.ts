import type { ConditionName } from "./names.js";

/**
 * The types that tell which variants stand under a config, as far as its type does: `"yes"`, `"no"`,
 * or `"maybe"` where it has no literal. Of a config that is `any`, nothing is known.
 */

/** An export that makes nodes under some configs alone. */
export interface Variant {
  readonly variant: PropertyKey;
  readonly stands: unknown;
}

/** Of the variants of one name that may stand, the exports: one, where the config decides. */
export type Standing<Each extends Variant> = FirstOf<Extract<Each, { readonly stands: "yes" }>, Each>["variant"];

type FirstOf<Some, Others> = [Some] extends [never] ? Others : Some;

/** Whether what has these options stands. A config that is one of several is each of them. */
export type Stands<Options, Config> = 0 extends 1 & Config ? "maybe" : Agreed<Config extends unknown ? All<Outcomes<Options, Config> | Otherwise<Options>> : never>;

/** It stands where no other does. */
type Otherwise<Options> = "otherwise" extends keyof Options ? "maybe" : never;

type Agreed<Each> = [Each] extends ["yes"] ? "yes" : [Each] extends ["no"] ? "no" : "maybe";

type All<Each> = "no" extends Each ? "no" : "maybe" extends Each ? "maybe" : "yes";

type Outcomes<Options, Config> = { [Name in keyof Options & keyof Meaning]: Outcome<Meaning[Name], Options[Name], Config> }[keyof Options & keyof Meaning];

/** What comes of it that the config has one of the values, or none of them. */
interface Meaning extends Record<Exclude<ConditionName, "otherwise">, unknown> {
  when: { yes: "yes"; no: "no"; maybe: "maybe" };
  whenNot: { yes: "no"; no: "yes"; maybe: "maybe" };
  whenIn: Meaning["when"];
  whenNotIn: Meaning["whenNot"];
}

type Outcome<Means, Wanted, Config> = { [Key in keyof Wanted]: Means[IsOneOf<Text<ValueAt<Config, Key>>, Text<Wanted[Key] extends readonly (infer Each)[] ? Each : Wanted[Key]>> & keyof Means] }[keyof Wanted];

/** Of `object` and of index signatures, which keys they have is not known. */
type ValueAt<Config, Key> = string extends keyof Config ? unknown : Key extends keyof Config ? Config[Key] : [keyof Config] extends [never] ? (string extends Config ? undefined : unknown) : undefined;

/** Without `strictNullChecks`, `undefined` extends all types, and `null` may be `any`. */
type IsOneOf<Value, Wanted> = 0 extends 1 & (Value | Wanted) ? "maybe" : [Value] extends [undefined] ? "no" : [Value] extends [Wanted] ? "yes" : [Value & Wanted] extends [never] ? "no" : "maybe";

/** Members of enums have no values in common with literals, as types; their texts have. */
type Text<Value> = Value extends string ? `'${Value}` : Value extends number ? `${Value}` : Value;
