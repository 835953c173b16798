/**
 * What the members of a type are. Those of an object type are asked for all together, once: whoever asks
 * for one of them asks for another next, and most often for names that are not there.
 */
import { remembered } from "../remembered.js";
import type { NativeApi, NativeChecker, NativeSymbol, NativeType } from "./api.js";

export interface Members {
  propertiesOf(type: NativeType): readonly NativeSymbol[];
  propertyOf(type: NativeType, name: string): NativeSymbol | undefined;
  indexInfosOf(type: NativeType): ReturnType<NativeChecker["getIndexInfosOfType"]>;
}

export function createMembers({ TypeFlags, ObjectFlags }: NativeApi, checker: NativeChecker): Members {
  const propertiesOf = remembered((type: NativeType) => checker.getPropertiesOfType(type));
  const indexInfosOf = remembered((type: NativeType) => checker.getIndexInfosOfType(type));
  return { propertiesOf, propertyOf, indexInfosOf };

  function propertyOf(type: NativeType, name: string): NativeSymbol | undefined {
    // What every object or function has is in no list of properties; that of a list or a promise is long.
    const isListed = type.flags & TypeFlags.Object && !(type.objectFlags! & ObjectFlags.Reference) && !(name in Function.prototype);
    return isListed ? propertiesOf(type).find((each) => each.name === name) : checker.getPropertyOfType(type, name);
  }
}
