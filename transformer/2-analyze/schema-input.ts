import type { Property, Type, Types } from "../compilers/port.js";

/** What of a type makes it a Standard Schema, be it a function or not. */
export function standardOf(types: Types, type: Type): Property | undefined {
  return types.propertyOf(type, "~standard");
}

/** What a Standard Schema accepts, as far as its type tells. */
export function schemaInput(types: Types, standard: Property): Type | undefined {
  const told = types.propertyOf(standard.type, "types");
  return told && types.propertyOf(told.type, "input")?.type;
}

/** Whether it can accept a value of the type. It may narrow what it is given; where neither fits the other, it always fails. */
export function canAccept(types: Types, input: Type, type: Type): boolean {
  return types.isAssignable(type, input) || types.isAssignable(input, type);
}
