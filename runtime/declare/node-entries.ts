import type { OwnName, PartPrefix } from "./names.js";
import type { ItemOf } from "./parallelizable.js";
import type { Piped, ReturnedBy } from "./piped.js";
import type { ValidationResult } from "./validation-result.js";

/** The nodes of a function with its options: a union of `Entry`s. */
export type NodeEntries<Fn, Options> =
  | { name: Base<Options>; type: "check" extends keyof Options ? ItemOf<Checked<Fn, Options>> : Checked<Fn, Options> }
  | ("pipe" extends keyof Options ? StepEntries<Fn, Base<Options>, Options["pipe"]> : never)
  | ("check" extends keyof Options ? CheckEntries<Fn, Options, Base<Options>, Options["check"]> : never)
  | ("extract" extends keyof Options ? PartEntries<Fn, Options, PartPrefix<Options>, Options["extract"]> : never);

type Base<Options> = "parameterize" extends keyof Options ? keyof Options["parameterize"] & string : OwnName<Options>;

/** What the function returns, once awaited. */
export type Returned<Fn> = Fn extends (...args: never) => infer Value ? Awaited<Value> : never;

/** The value after the pipe. */
type Checked<Fn, Options> = "pipe" extends keyof Options ? Piped<Fn, Options["pipe"]> : Returned<Fn>;

type StepEntries<Fn, Name extends string, Steps> =
  | { name: `${Name}.raw`; type: Returned<Fn> }
  | { [Key in keyof Steps & string]: { name: `${Name}.${Key}`; type: ReturnedBy<Steps[Key]> } }[keyof Steps & string];

type CheckEntries<Fn, Options, Name extends string, Checks> = { name: `${Name}_raw`; type: Checked<Fn, Options> } | { name: `${Name}_${keyof Checks & string}`; type: ValidationResult };

type PartEntries<Fn, Options, Prefix extends string, Parts> = Parts extends readonly string[]
  ? {
      [Position in keyof Parts & `${number}`]: { name: `${Prefix}${Parts[Position]}`; type: Part<ItemOf<Checked<Fn, Options>>, Parts[Position], Position, Fill<Options>> };
    }[keyof Parts & `${number}`]
  : { [Key in keyof Parts & string]: { name: `${Prefix}${Key}`; type: Part<ItemOf<Checked<Fn, Options>>, Parts[Key], `${Parts[Key] & number}`, Fill<Options>> } }[keyof Parts & string];

/** An element of a tuple by its position, a column of a list of records, or a field. */
type Part<Value, Key, Position, Fill> = Value extends readonly unknown[]
  ? IsList<Value> extends true
    ? Filled<Field<Value[number], Key>, Fill>[]
    : Filled<Field<Value, Position>, Fill>
  : Filled<Field<Value, Key>, Fill>;

/** Whether it may have any length; a tuple that ends in `...` has elements by position all the same. */
type IsList<Value extends readonly unknown[]> = number extends Value["length"] ? (Value extends readonly [unknown, ...unknown[]] ? false : true) : false;

type Field<Value, Key> = Value extends unknown ? (Key extends keyof Value ? Value[Key] : undefined) : never;

/** What is missing is an error, or filled. As a condition, so that TypeScript prints what it comes to and not this name. */
type Filled<Type, Fill> = undefined extends Type ? Exclude<Type, undefined> | Fill : Type | Fill;

type Fill<Options> = "fillWith" extends keyof Options ? Options["fillWith"] : never;
