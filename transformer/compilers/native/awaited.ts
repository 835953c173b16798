/** What `await` makes of a type, also where the compiler's API cannot be asked. */
import { remembered } from "../remembered.js";
import type { NativeApi, NativeChecker, NativeType } from "./api.js";
import type { Members } from "./members.js";

/** A union that no checker has: what is awaited of a union of promises, part by part. */
export interface JoinedType {
  readonly joined: readonly AwaitedPart[];
}

/** A part, or what remains to be awaited once a type parameter is known. */
export type AwaitedPart = NativeType | { readonly awaitedOf: NativeType };

export type AnyType = AwaitedPart | JoinedType;

export function createAwaited({ TypeFlags, ObjectFlags, SignatureKind }: NativeApi, checker: NativeChecker, members: Members) {
  const promisedType = remembered(readPromised);
  const awaited = remembered((type: NativeType): AnyType => (checker.getAwaitedType ? (checker.getAwaitedType(type) ?? type) : emulated(type)));
  return { awaited, promisedType, constituents };

  function emulated(type: NativeType): AnyType {
    const before = constituents(type);
    const parts = new Set<AwaitedPart>();
    for (const each of before) for (const part of awaitedParts(each)) parts.add(part);
    const joined = [...parts];
    if (joined.length === before.length && joined.every((each, index) => each === before[index])) return type;
    return joined.length === 1 ? joined[0]! : { joined };
  }

  /** Promises of promises are followed to their end. */
  function awaitedParts(start: NativeType): readonly AwaitedPart[] {
    const seen = new Set<NativeType>();
    let type = start;
    for (let next = promisedType(type); next && !seen.has(next); next = promisedType(type)) {
      seen.add(next);
      type = next;
    }
    if (type !== start && type.flags & TypeFlags.Union && !(type.flags & TypeFlags.Boolean)) return constituents(type).some(promisedType) ? constituents(type).flatMap(awaitedParts) : [type];
    return type.flags & TypeFlags.TypeParameter && isOpen(type) ? [{ awaitedOf: type }] : [type];
  }

  /** Whether anything may come to stand for a type parameter, promises among it. */
  function isOpen(type: NativeType): boolean {
    const constraint = checker.getBaseConstraintOfType(type);
    return !constraint || (constraint.flags & (TypeFlags.Unknown | TypeFlags.Any)) !== 0;
  }

  function constituents(type: NativeType): readonly NativeType[] {
    return type.flags & TypeFlags.Union && !(type.flags & TypeFlags.Boolean) ? type.getTypes() : [type];
  }

  /** What a promise, or anything else with a method `then`, comes to; undefined for all other types. */
  function readPromised(type: NativeType): NativeType | undefined {
    if (!(type.flags & (TypeFlags.Object | TypeFlags.Intersection))) return undefined;
    if (type.objectFlags! & ObjectFlags.Reference && type.getSymbol()?.name === "Promise") return checker.getTypeArguments(type)[0];
    const method = members.propertyOf(type, "then");
    if (!method) return undefined;
    const [signature] = callsOf(checker.getTypeOfSymbol([method])[0]);
    const fulfilled = signature && checker.getParameterType(signature, 0);
    const [callback] = callsOf(fulfilled && checker.getNonNullableType(fulfilled));
    return callback && checker.getParameterType(callback, 0);
  }

  function callsOf(type: NativeType | undefined) {
    return type ? checker.getSignaturesOfType(type, SignatureKind.Call) : [];
  }
}
