/** Transform the checker's types Into shapes: what their values are made of. */
import type ts from "typescript";
import type { Property, Shape, TupleElement } from "../port.js";
import { remembered } from "../remembered.js";
import { createToldByFlags } from "../told-by-flags.js";
import { seal } from "./sealed.js";

/** What the checker offers beyond its published interface, in all of these versions. */
interface FullChecker extends ts.TypeChecker {
  getNeverType(): ts.Type;
  getTypeOfSymbol(symbol: ts.Symbol): ts.Type;
  isArrayType(type: ts.Type): boolean;
  isTupleType(type: ts.Type): boolean;
  isTypeAssignableTo(from: ts.Type, to: ts.Type): boolean;
}

export function createShapes(compiler: typeof ts, checker: ts.TypeChecker) {
  const { TypeFlags, SymbolFlags, ModifierFlags } = compiler;
  const { plainShape, isPrimitive, elementKind } = createToldByFlags(compiler);
  const full = checker as FullChecker;

  return { shapeOf: remembered(shapeOf), propertyOf };

  function shapeOf(type: ts.Type): Shape {
    const { flags } = type;
    const plain = plainShape(flags);
    if (plain) return plain;
    if (flags & TypeFlags.BooleanLiteral) return { kind: "literal", value: checker.typeToString(type) === "true" };
    if (flags & (TypeFlags.StringLiteral | TypeFlags.NumberLiteral)) {
      return { kind: "literal", value: (type as ts.StringLiteralType | ts.NumberLiteralType).value };
    }
    if (flags & TypeFlags.Union) return { kind: "union", types: (type as ts.UnionType).types.map(seal) };
    if (flags & TypeFlags.Intersection) return intersection(type as ts.IntersectionType);
    if (flags & TypeFlags.Object) return object(type);
    return { kind: isPrimitive(flags) ? "other-primitive" : "other" };
  }

  function intersection(type: ts.IntersectionType): Shape {
    // Members that exclude each other, such as the tags of two variants, leave no value.
    if (full.isTypeAssignableTo(type, full.getNeverType())) return { kind: "never" };
    if (type.types.every((each) => each.flags & TypeFlags.Object)) return members(type);
    return { kind: type.types.some((each) => isPrimitive(each.flags)) ? "brand" : "other" };
  }

  function object(type: ts.Type): Shape {
    if (full.isTupleType(type)) return { kind: "tuple", elements: tupleElements(type as ts.TupleTypeReference) };
    if (full.isArrayType(type)) {
      return { kind: "array", element: seal(checker.getTypeArguments(type as ts.TypeReference)[0]!) };
    }
    return members(type);
  }

  function tupleElements(type: ts.TupleTypeReference): TupleElement[] {
    const types = checker.getTypeArguments(type);
    return type.target.elementFlags.map((flags, index) => ({
      type: seal(types[index]!),
      kind: elementKind(flags),
    }));
  }

  function members(type: ts.Type): Shape {
    const symbols = checker.getPropertiesOfType(type);
    const infos = checker.getIndexInfosOfType(type);
    const data = symbols.filter((symbol) => !isBeyondData(symbol));
    const index = infos.find((info) => info.keyType.flags & TypeFlags.String);
    const hasMore =
      type.getCallSignatures().length > 0 ||
      type.getConstructSignatures().length > 0 ||
      infos.some((info) => info !== index) ||
      data.length < symbols.length;
    let properties: readonly Property[] | undefined;
    return {
      kind: "object",
      // Asked for only where somebody looks: what has methods is often looked into no further.
      get properties() {
        return (properties ??= data.map(propertyOf));
      },
      ...(index && { index: seal(index.type) }),
      hasMore,
    };
  }

  /** Methods, private members and symbols: plain data does not have them. */
  function isBeyondData(symbol: ts.Symbol): boolean {
    if (symbol.flags & SymbolFlags.Method || /^__[@#]/.test(String(symbol.escapedName))) return true;
    const hidden = ModifierFlags.Private | ModifierFlags.Protected;
    return (symbol.declarations ?? []).some((each) => compiler.getCombinedModifierFlags(each) & hidden);
  }

  function propertyOf(symbol: ts.Symbol): Property {
    return { name: symbol.name, type: seal(full.getTypeOfSymbol(symbol)), optional: (symbol.flags & SymbolFlags.Optional) !== 0 };
  }
}
