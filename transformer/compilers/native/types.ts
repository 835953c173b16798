/** Questions to the checker of TypeScript 7, behind the port. Each answer is kept: a question is a round trip. */
import type { Node, Property, Shape, Syntax, Type, Types } from "../port.js";
import { printed } from "../printed.js";
import { remembered } from "../remembered.js";
import { sortedUnions } from "../sorted-unions.js";
import type { NativeChecker, NativeType } from "./api.js";
import { type AnyType, createAwaited } from "./awaited.js";
import { createCalls } from "./calls.js";
import { createMembers } from "./members.js";
import { open, seal } from "./sealed.js";
import type { Session } from "./session.js";
import { createShapes } from "./shapes.js";
import { createSignatures } from "./signatures.js";

/** `NoTruncation` and `UseAliasDefinedOutsideCurrentScope`, as in every version. */
const TEXT_FLAGS = 1 | (1 << 14);

export interface NativeTypes {
  readonly types: Types;
  /** Whether what an expression is has properties of all these names. */
  hasMembers(expression: Node, names: readonly string[]): boolean;
}

export function createTypes(session: Session, syntax: Syntax, checker: NativeChecker): NativeTypes {
  const { TypeFlags } = session.api;
  const members = createMembers(session.api, checker);
  const { awaited, promisedType, constituents } = createAwaited(session.api, checker, members);
  const shapes = createShapes(session, checker, members);
  const callsOf = createCalls(session, syntax, checker);
  const nativeText = remembered((type: NativeType): string => ownName(type) ?? printed(checker.typeToString(type, undefined, TEXT_FLAGS)));
  const assignable = new Map<NativeType, Map<NativeType, boolean>>();
  const properties = new Map<string, Property | undefined>();
  const expected = new Map<string, boolean>();

  const types: Types = {
    signatureOf: createSignatures(session, syntax, checker),
    callsOf: (type) => native(type, callsOf, []),
    typeAt: (expression) => seal(checker.getTypeAtLocation(expression)),
    awaited: (type) => seal(native<AnyType>(type, awaited, open(type))),
    includesPromise: (type) => parts(open(type)).some((each) => promisedType(each) !== undefined),
    includesUndefined: (type) => parts(open(type)).some(isUndefined),
    isAny: (type) => native(type, ({ flags }) => (flags & TypeFlags.Any) !== 0, false),
    isError: (type) => native(type, ({ intrinsicName }) => intrinsicName === "error", false),
    isAssignable: (from, to) => parts(open(from)).every((each) => isAssignable(each, open(to))),
    isAssignableToOptional: (from, to) => parts(open(from)).every((each) => isUndefined(each) || isAssignable(each, open(to))),
    propertyOf: (type, name) => native(type, (each) => propertyOf(each, name), commonProperty(open(type), name)),
    textOf: (type) => textOf(open(type)),
    nameOf: (type) => native<string | undefined>(type, nameOf, undefined),
    shapeOf: (type): Shape => native(type, shapes.shapeOf, joinedShape(open(type))),
  };
  return { types, hasMembers };

  function isAssignable(from: NativeType, to: AnyType): boolean {
    if (from === to) return true;
    if ("joined" in to) return to.joined.some((each) => isAssignable(from, each));
    const target = "awaitedOf" in to ? to.awaitedOf : to;
    let known = assignable.get(from);
    if (!known) assignable.set(from, (known = new Map()));
    let answer = known.get(target);
    if (answer === undefined) known.set(target, (answer = checker.isTypeAssignableTo(from, target)));
    return answer;
  }

  function propertyOf(type: NativeType, name: string): Property | undefined {
    // Of what is no object there is nothing to ask for.
    if (type.flags & (TypeFlags.String | TypeFlags.Number | TypeFlags.Boolean | TypeFlags.Any | TypeFlags.Undefined)) return undefined;
    const key = `${type.id} ${name}`;
    if (!properties.has(key)) {
      const object = type.flags & TypeFlags.Object ? type : checker.getNonNullableType(type);
      const symbol = members.propertyOf(object, name);
      properties.set(key, symbol ? shapes.propertiesOf([symbol])[0] : indexedOf(object, name));
    }
    return properties.get(key);
  }

  function indexedOf(type: NativeType, name: string): Property | undefined {
    const index = members.indexInfosOf(type).find(({ keyType }) => keyType.flags & TypeFlags.String);
    return index && { name, type: seal(index.valueType), optional: false, isIndexed: true };
  }

  function textOf(type: AnyType): string {
    if ("joined" in type) return sortedUnions(type.joined.map(textOf).join(" | "));
    if ("awaitedOf" in type) return `Awaited<${textOf(type.awaitedOf)}>`;
    return nativeText(type);
  }

  /** Of a type that is part of the language; one that could not be resolved has the name that was written. */
  function ownName({ intrinsicName }: NativeType): string | undefined {
    return intrinsicName === "error" ? undefined : intrinsicName;
  }

  function nameOf(type: NativeType): string | undefined {
    const name = (type.getAliasSymbol() ?? type.getSymbol())?.name;
    return name?.startsWith("__") ? undefined : name;
  }

  function hasMembers(expression: Node, names: readonly string[]): boolean {
    const type = checker.getTypeAtLocation(expression);
    const [first] = names;
    const key = `${type.id} ${first}`;
    let answer = expected.get(key);
    if (answer === undefined) expected.set(key, (answer = names.every((name) => checker.getPropertyOfType(type, name) !== undefined)));
    return answer;
  }

  /** The types that a value may have, one by one. */
  function parts(type: AnyType): readonly NativeType[] {
    if ("joined" in type) return type.joined.flatMap(parts);
    return constituents("awaitedOf" in type ? type.awaitedOf : type);
  }

  function isUndefined(type: NativeType): boolean {
    return (type.flags & TypeFlags.Undefined) !== 0;
  }

  /** What all parts of a union that no checker has have in common. */
  function commonProperty(type: AnyType, name: string): Property | undefined {
    if (!("joined" in type)) return undefined;
    const found = type.joined.map((each) => ("awaitedOf" in each ? undefined : propertyOf(each, name)));
    return found.every((each) => each !== undefined && each.type === found[0]?.type) ? found[0] : undefined;
  }

  /** An answer of the checker; for what only we know of, `otherwise`. */
  function native<Result>(type: Type, ask: (type: NativeType) => Result, otherwise: Result): Result {
    const opened = open(type);
    return "joined" in opened || "awaitedOf" in opened ? otherwise : ask(opened);
  }
}

function joinedShape(type: AnyType): Shape {
  return "joined" in type ? { kind: "union", types: type.joined.map(seal) } : { kind: "other" };
}
