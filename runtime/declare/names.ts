import type { NamedNodes, UnnamedNodes } from "../types.js";
import type { Conditions } from "./conditions.js";
import type { InputEntries, InputName } from "./inner-inputs.js";
import type { AnyFunction } from "./node-options.js";
import type { Stands } from "./selection.js";

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

/** The exports of these names that `node` and `subdag` made. */
export type Declared<Module, Name extends keyof Module> = { [Key in Name]: "~icosian" extends keyof Module[Key] ? Key : never }[Name];

/** The names of the nodes that a declaration makes; none if it cannot stand under the config. What the module exports by a name is not a subdag's to say. */
export type NamesOf<Member, Key extends string, Config, Exported> = "~options" extends keyof Member
  ? NodeNames<Member["~options"], Key, Config>
  : Member extends { readonly "~modules"?: infer Modules; readonly "~icosian"?: infer Each }
    ? Key | { [Position in keyof Modules]: `${Key}.${InnerNames<Modules[Position]>}` }[keyof Modules & number] | Exclude<InputName<Each>, Exported>
    : never;

type InnerNames<Module> = Module extends AnyFunction ? never : Exclude<keyof NamedNodes<Module> & string, InputName<InputEntries<Module>>>;

/** The names of what a subdag makes of functions in its list: what they are called, types cannot tell. */
export type UnnamedOf<Member, Key extends string> = Member extends { readonly "~modules"?: infer Modules }
  ? { [Position in keyof Modules]: `${Key}.${Modules[Position] extends AnyFunction ? string : keyof UnnamedNodes<Modules[Position]> & string}` }[keyof Modules & number]
  : never;

/** Most declarations make a node of their own name, and few of them any others. */
type NodeNames<Options, Key extends string, Config> = true extends Renames<keyof Options> ? Renamed<Options, Key, Config> : Key | Added<Options, Key, "", keyof Options>;

type Renames<Option> = Option extends "parameterize" | ConditionName ? true : false;

type Renamed<Options, Key extends string, Config> = [keyof Options & ConditionName] extends [never]
  ? Named<Options, Base<Options, Key>>
  : Stands<Options, Config> extends "no"
    ? never
    : Named<Options, Base<Options, Key>>;

/** As a condition, so that TypeScript prints the names and not this one. */
type Named<Options, Name> = Name extends string ? Name | Added<Options, Name, PartPrefix<Options>, keyof Options> : never;

/** The names that an option adds to those of what the function results in. */
type Added<Options, Name extends string, Prefix extends string, Option extends keyof Options> = Option extends "check"
  ? `${Name}_${"raw" | (keyof Options[Option] & string)}`
  : Option extends "pipe"
    ? `${Name}.${"raw" | (keyof Options[Option] & string)}`
    : Option extends "extract"
      ? `${Prefix}${Options[Option] extends readonly string[] ? Options[Option][number] : keyof Options[Option] & string}`
      : never;

/** Which export it is that makes a node: the name of it, or more where the config tells whether it stands. */
export type Maker<Module, Key, Config> = Key extends keyof Module ? ("~options" extends keyof Module[Key] ? MakerOf<Module[Key]["~options"], Key, Config> : Key) : never;

type MakerOf<Options, Key, Config> = OwnName<Options> extends "*" ? Key : { variant: Key; stands: Stands<Options, Config> };

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
