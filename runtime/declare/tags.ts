import type { TagValue } from "../manifest.js";

/**
 * The tags of nodes, by key. Empty, it allows all. Declared, it allows what is declared:
 *
 * ```ts
 * import "icosian";
 *
 * declare module "icosian" {
 *   interface Tags {
 *     team: "growth" | "core";
 *     pii: boolean;
 *   }
 * }
 * ```
 */
export interface Tags {}

/** The tags that a declaration gives its nodes: one value for a key, or several. */
export type TagsGiven = [keyof Tags] extends [never]
  ? Readonly<Record<string, TagValue | readonly (string | number | boolean)[]>>
  : { readonly [Key in keyof Tags]?: OneOrMore<Tags[Key]> };

/**
 * Which nodes are meant, by their tags: every key must hold. A value is what the tag must be, or have
 * among its values; of a list, any will do; `null` stands for any value at all.
 */
export type TagQuery = [keyof Tags] extends [never]
  ? Readonly<Record<string, string | number | boolean | null | readonly (string | number | boolean)[]>>
  : { readonly [Key in keyof Tags]?: OneOrMore<Tags[Key]> | null };

type OneOrMore<Value> = Value | readonly (Value extends readonly (infer Each)[] ? Each : Value)[];
