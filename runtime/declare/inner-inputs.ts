import type { Input } from "./input.js";
import type { AnyFunction } from "./node-options.js";

/**
 * The inputs that a module declares, itself or by its subdags, as entries of a subdag that stands on it: it asks
 * them of the outer dataflow by their own names. `?` stands before those in entries.
 */
export type InputEntries<Module> = Module extends AnyFunction ? Inherited<Module> : { [Key in keyof Module & string]: Module[Key] extends Input<infer Value> ? { name: `?${Key}`; type: Value } : Inherited<Module[Key]> }[keyof Module & string];

/** What a subdag asks of the dataflow around it. */
type Inherited<Member> = Member extends { readonly "~modules"?: unknown; readonly "~icosian"?: infer Each } ? Extract<Each, { name: `?${string}` }> : never;

/** The names of the inputs among entries. */
export type InputName<Each> = Each extends { name: `?${infer Name}` } ? Name : never;

/** Without those that the subdag is given. */
export type Open<Each, Given> = Each extends { name: `?${infer Name}` } ? (Name extends Given ? never : Each) : never;
