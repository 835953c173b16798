/** The properties by which the types of a block are told, on every compiler and through every alias. */
import type { Type, Types } from "../compilers/port.js";

export const PARALLEL = "~icosian.parallelizable";
export const COLLECT = "~icosian.collect";

/** What has been asked: few of the types that nodes speak of are seen once. */
const known = new WeakMap<Type, Map<string, Type | undefined>>();

/** What `Parallelizable<T>` and `Collect<T>` hold; undefined for all other types. */
export function itemOf(types: Types, type: Type, brand: string): Type | undefined {
  let items = known.get(type);
  if (!items) known.set(type, (items = new Map()));
  if (!items.has(brand)) items.set(brand, readItem(types, type, brand));
  return items.get(brand);
}

function readItem(types: Types, type: Type, brand: string): Type | undefined {
  const property = types.propertyOf(type, brand);
  // A record of anything has a property of any name.
  return property && !property.isIndexed ? types.propertyOf(property.type, "item")?.type : undefined;
}
