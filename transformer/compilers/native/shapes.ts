/** Transform the checker's types Into shapes: what their values are made of. */
import type { Property, Shape, TupleElement } from "../port.js";
import { remembered } from "../remembered.js";
import { createToldByFlags } from "../told-by-flags.js";
import type { NativeChecker, NativeSymbol, NativeType } from "./api.js";
import type { Members } from "./members.js";
import { seal } from "./sealed.js";
import type { Session } from "./session.js";

export function createShapes(session: Session, checker: NativeChecker, { propertiesOf: symbolsOf, indexInfosOf }: Members) {
  const { TypeFlags, ObjectFlags, SymbolFlags, ModifierFlags, SignatureKind } = session.api;
  const { PropertyDeclaration, Parameter, GetAccessor, SetAccessor } = session.ast.SyntaxKind;
  const { plainShape, isPrimitive, elementKind } = createToldByFlags(session.api);
  const containers = new Map<number, "array" | "tuple" | undefined>();
  return { shapeOf: remembered(shapeOf), propertiesOf };

  function shapeOf(type: NativeType): Shape {
    const { flags } = type;
    const plain = plainShape(flags);
    if (plain) return plain;
    if (flags & (TypeFlags.BooleanLiteral | TypeFlags.StringLiteral | TypeFlags.NumberLiteral)) return { kind: "literal", value: type.value! };
    if (flags & TypeFlags.Union) return { kind: "union", types: type.getTypes().map(seal) };
    if (flags & TypeFlags.Intersection) return intersection(type);
    if (flags & TypeFlags.Object) return object(type);
    return { kind: isPrimitive(flags) ? "other-primitive" : "other" };
  }

  function intersection(type: NativeType): Shape {
    // Members that exclude each other, such as the tags of two variants, leave no value.
    if (checker.isTypeAssignableTo(type, checker.getNeverType())) return { kind: "never" };
    const types = type.getTypes();
    if (types.every((each) => each.flags & TypeFlags.Object)) return members(type);
    return { kind: types.some((each) => isPrimitive(each.flags)) ? "brand" : "other" };
  }

  function object(type: NativeType): Shape {
    const container = containerOf(type);
    if (container === "tuple") return { kind: "tuple", elements: tupleElements(type) };
    if (container === "array") return { kind: "array", element: seal(checker.getTypeArguments(type)[0]!) };
    return members(type);
  }

  /** Which of the two a type is, its target tells. */
  function containerOf(type: NativeType): "array" | "tuple" | undefined {
    if (!(type.objectFlags! & ObjectFlags.Reference)) return undefined;
    const target = type.target || type.id;
    if (!containers.has(target)) containers.set(target, checker.isTupleType(type) ? "tuple" : checker.isArrayType(type) ? "array" : undefined);
    return containers.get(target);
  }

  function tupleElements(type: NativeType): TupleElement[] {
    const types = checker.getTypeArguments(type);
    // An empty tuple has none.
    const elementFlags = type.elementFlags ?? type.getTarget().elementFlags ?? [];
    return elementFlags.map((flags, index) => ({
      type: seal(types[index]!),
      kind: elementKind(flags),
    }));
  }

  function members(type: NativeType): Shape {
    const symbols = symbolsOf(type);
    const infos = indexInfosOf(type);
    const index = infos.find(({ keyType }) => keyType.flags & TypeFlags.String);
    const data = symbols.filter((symbol) => !isBeyondData(symbol));
    const hasMore =
      data.length < symbols.length ||
      infos.some((info) => info !== index) ||
      session.many(checker, "getSignaturesOfType", [[type, SignatureKind.Call], [type, SignatureKind.Construct]] as const).some(({ length }) => length > 0);
    let properties: readonly Property[] | undefined;
    return {
      kind: "object",
      // Asked for only where somebody looks: what has methods is often looked into no further.
      get properties() {
        return (properties ??= propertiesOf(data));
      },
      ...(index && { index: seal(index.valueType) }),
      hasMore,
    };
  }

  /** Methods, private members and symbols: plain data does not have them. */
  function isBeyondData({ flags, escapedName, declarations }: NativeSymbol): boolean {
    if (flags & SymbolFlags.Method || /^(?:__|\u00fe|\ufffd)[@#]/.test(escapedName)) return true;
    const hidden = ModifierFlags.Private | ModifierFlags.Protected;
    // Only members of classes hide: the other declarations are not fetched.
    const inClasses = declarations.filter(({ kind }) => [PropertyDeclaration, Parameter, GetAccessor, SetAccessor].includes(kind));
    return inClasses.some((each) => ((each.resolve() as { modifierFlags?: number } | undefined)?.modifierFlags ?? 0) & hidden);
  }

  function propertiesOf(symbols: readonly NativeSymbol[]): Property[] {
    const types = symbols.length > 0 ? checker.getTypeOfSymbol(symbols) : [];
    return symbols.map(({ name, flags }, index) => ({ name, type: seal(types[index]!), optional: (flags & SymbolFlags.Optional) !== 0 }));
  }
}
