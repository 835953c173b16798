/** The properties by which the types of a block are told, on every compiler and through every alias. */
import type { Type, Types } from "../compilers/port.js";

export const PARALLEL = "~icosian.parallelizable";
export const COLLECT = "~icosian.collect";

/** What `Parallelizable<T>` and `Collect<T>` hold; undefined for all other types. */
export function itemOf(types: Types, type: Type, brand: string): Type | undefined {
  const property = types.propertyOf(type, brand);
  return property && types.propertyOf(property.type, "item")?.type;
}
