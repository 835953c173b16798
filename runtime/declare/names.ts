import type { NodesOf } from "../types.js";
import type { Conditions } from "./conditions.js";
import type { InputEntries, InputName } from "./inner-inputs.js";
import type { AnyFunction } from "./node-options.js";
import type { Stands, Variant } from "./selection.js";

/**
 * The types that tell which names a declaration results in. They look at the names of its options
 * and at nothing else: of a thousand declarations in a module, each is asked for its names.
 */

/**
 * A node that a declaration results in, as the compiler plugin reads it. In the name, `*` stands for
 * the export's own, and `~` for that less its `__suffix`; `?` stands before that of an input.
 */
export interface Entry {
  readonly name: string;
  readonly type: unknown;
}

/** The names of the nodes that an export makes. */
export interface Made {
  readonly names: string;
  readonly key: string;
  readonly by: string | Variant;
}

/** Nothing if the export is no declaration; no names if it cannot stand under the config. What the module exports by a name is not a subdag's to say. */
export type MadeBy<Member, Key extends string, Config, Exported> = Member extends { readonly "~options"?: infer Options }
  ? OwnName<Options> extends "*"
    ? { names: NodeNames<Options, Base<Options, Key>>; key: Key; by: Key }
    : MadeByVariant<Options, Key, Stands<Options, Config>>
  : Member extends { readonly "~modules"?: infer Modules; readonly "~icosian"?: infer Each }
    ? { names: Key | { [Position in keyof Modules]: `${Key}.${InnerNames<Modules[Position]>}` }[keyof Modules & number] | Exclude<InputName<Each>, Exported>; key: Key; by: Key }
    : never;

type MadeByVariant<Options, Key extends string, Stands> = { names: Stands extends "no" ? never : NodeNames<Options, Base<Options, Key>>; key: Key; by: { variant: Key; stands: Stands } };

/** What a function in the list is called, types cannot tell. */
type InnerNames<Module> = Module extends AnyFunction ? string : Exclude<keyof NodesOf<Module> & string, InputName<InputEntries<Module>>>;

type NodeNames<Options, Name extends string, Option extends keyof Options = keyof Options & keyof Added<never, never, never>> = [Option] extends [never]
  ? Name
  : Name | { [Each in Option]: Added<Options, Options[Each], Name>[Each & keyof Added<never, never, never>] }[Option];

/** By option, the names that it adds to those of what the function results in. */
interface Added<Options, Value, Name extends string> {
  pipe: `${Name}.${"raw" | (keyof Value & string)}`;
  check: `${Name}_${"raw" | (keyof Value & string)}`;
  extract: `${PartPrefix<Options>}${Value extends readonly string[] ? Value[number] : keyof Value & string}`;
}

/** The names of what the function results in. */
type Base<Options, Key extends string> = "parameterize" extends keyof Options ? keyof Options["parameterize"] & string : NameFor<OwnName<Options>, Key>;

/** What stands for the export's own name: whether it loses its suffix. */
export type OwnName<Options> = [keyof Options & ConditionName] extends [never] ? "*" : "~";

/** The options that make a variant of a function. */
export type ConditionName = keyof Conditions | "otherwise";

/** What stands before the names of parts. */
export type PartPrefix<Options> = "parameterize" extends keyof Options ? `${keyof Options["parameterize"] & string}_` : "";

/** A name in an entry, for the export of this name. */
export type NameFor<Name extends string, Key extends string> = Name extends `*${infer Rest}` ? `${Key}${Rest}` : Name extends `~${infer Rest}` ? `${WithoutSuffix<Key>}${Rest}` : Name extends `?${infer Rest}` ? Rest : Name;

/** `tax` of `tax__us`, `a__b` of `a__b__c`. */
type WithoutSuffix<Key extends string, Done extends string = ""> = Key extends `${infer Start}__${infer End}`
  ? End extends `${string}__${string}` | `_${string}`
    ? WithoutSuffix<`_${End}`, `${Done}${Start}_`>
    : `${Done}${Start}`
  : `${Done}${Key}`;
