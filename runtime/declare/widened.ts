/** The values of a config with the types that others may have in their place: `string` for `"us"`. */
export type Widened<Config> = 0 extends 1 & Config ? Config : { [Key in keyof Config]: Value<Config[Key]> };

type Value<One> = 0 extends 1 & One ? One : [One] extends [boolean] ? boolean : [One] extends [string | number] ? (IsLiteral<One> extends true ? Kind<One> : One) : One;

/** One literal: what is written as several, its declaration says so; and no pattern, and no `string` with a brand. */
type IsLiteral<One extends string | number, All = One> = One extends unknown ? ([All] extends [One] ? ({} extends Record<One, 1> ? false : true) : false) : false;

/** A member of an enum of strings stays: its enum is not known by it. */
type Kind<One extends string | number> = One extends string ? (`${One}` extends One ? string : One) : number;
