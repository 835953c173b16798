import type { ConfigLiteral } from "../manifest.js";

/** On what in the config something stands: all that is said here must hold. */
export interface Conditions<Literal extends ConfigLiteral = ConfigLiteral> {
  /** The config has this value under each key. */
  readonly when?: Readonly<Record<string, Literal>>;
  /** The config has another value, or none. */
  readonly whenNot?: Readonly<Record<string, Literal>>;
  /** The config has one of these values. */
  readonly whenIn?: Readonly<Record<string, readonly Literal[]>>;
  /** The config has none of these values. */
  readonly whenNotIn?: Readonly<Record<string, readonly Literal[]>>;
}
