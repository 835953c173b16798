/** Questions to the checker of TypeScript 4.9 to 6, behind the port. */
import type ts from "typescript";
import type { Call, FunctionNode, Node, ParameterNode, Property, Shape, Signature, Type, Types } from "../port.js";
import { mentions } from "../mentions.js";
import { printed } from "../printed.js";
import { remembered } from "../remembered.js";
import { open, seal } from "./sealed.js";
import { createShapes } from "./shapes.js";

/** What the checker offers beyond its published interface, in all of these versions. */
interface FullChecker extends ts.TypeChecker {
  isTypeAssignableTo(from: ts.Type, to: ts.Type): boolean;
  getPromisedTypeOfPromise(type: ts.Type): ts.Type | undefined;
  getTypeOfSymbol(symbol: ts.Symbol): ts.Type;
}

export function createTypes(compiler: typeof ts, program: ts.Program): Types {
  const checker = program.getTypeChecker() as FullChecker;
  const shapes = createShapes(compiler, checker);
  const assignable = new Map<ts.Type, Map<ts.Type, boolean>>();

  return {
    signatureOf,
    callsOf: (type) => checker.getSignaturesOfType(checker.getNonNullableType(open(type)), compiler.SignatureKind.Call).map(callOf),
    typeAt: (expression) => seal(checker.getTypeAtLocation(expression)),
    awaited: remembered((type: Type) => seal(checker.getAwaitedType(open(type)) ?? open(type))),
    includesPromise: remembered((type: Type) => constituents(open(type)).some((each) => checker.getPromisedTypeOfPromise(each) !== undefined)),
    includesUndefined: (type) => constituents(open(type)).some(isUndefined),
    isAny: (type) => (open(type).flags & compiler.TypeFlags.Any) !== 0,
    isError: (type) => (open(type) as { intrinsicName?: string }).intrinsicName === "error",
    isAssignable: (from, to) => isAssignable(open(from), open(to)),
    isAssignableToOptional: (from, to) =>
      constituents(open(from)).every((each) => isUndefined(each) || isAssignable(each, open(to))),
    propertyOf,
    textOf: remembered((type: Type) => textOf(open(type))),
    nameOf: (type) => nameOf(open(type)),
    shapeOf: (type): Shape => shapes.shapeOf(open(type)),
  };

  function signatureOf(declaration: Node, fn: FunctionNode): Signature {
    const called =
      declaration === fn
        ? checker.getSignatureFromDeclaration(fn)
        : checker.getSignaturesOfType(checker.getTypeAtLocation(declaration), compiler.SignatureKind.Call)[0];
    const signature = called ?? checker.getSignatureFromDeclaration(fn)!;
    const typeParameters = signature.typeParameters?.length ? new Set(signature.typeParameters.map((each) => each.symbol.name)) : undefined;
    return {
      returnType: seal(checker.getReturnTypeOfSignature(signature)),
      isGeneric: typeParameters !== undefined && mentions(compiler, fn.type, typeParameters),
      parameters: fn.parameters.map((parameter, index) => {
        const symbol = signature.parameters[index];
        return {
          type: seal(symbol ? checker.getTypeOfSymbol(symbol) : checker.getTypeAtLocation(parameter)),
          isGeneric: typeParameters !== undefined && mentions(compiler, parameter.type, typeParameters),
          optional: mayBeOptional(parameter) && checker.isOptionalParameter(parameter),
        };
      }),
    };
  }

  /** For all others the checker has no need to be asked. */
  function mayBeOptional({ questionToken, initializer, flags }: ParameterNode): boolean {
    return questionToken !== undefined || initializer !== undefined || (flags & compiler.NodeFlags.JavaScriptFile) !== 0;
  }

  function callOf(signature: ts.Signature): Call {
    const { typeParameters = [], parameters } = signature;
    return {
      returnType: seal(checker.getReturnTypeOfSignature(signature)),
      isGeneric: typeParameters.length > 0,
      parameters: parameters.map((symbol) => {
        const { valueDeclaration } = symbol;
        const declaration = valueDeclaration && compiler.isParameter(valueDeclaration) ? valueDeclaration : undefined;
        return {
          name: declaration && !compiler.isIdentifier(declaration.name) ? undefined : symbol.name,
          type: seal(checker.getTypeOfSymbol(symbol)),
          optional: declaration !== undefined && (declaration.initializer !== undefined || checker.isOptionalParameter(declaration)),
          isRest: declaration?.dotDotDotToken !== undefined,
        };
      }),
    };
  }

  function isAssignable(from: ts.Type, to: ts.Type): boolean {
    if (from === to) return true;
    let known = assignable.get(from);
    if (!known) assignable.set(from, (known = new Map()));
    let answer = known.get(to);
    if (answer === undefined) known.set(to, (answer = checker.isTypeAssignableTo(from, to)));
    return answer;
  }

  function propertyOf(type: Type, name: string): Property | undefined {
    const object = checker.getNonNullableType(open(type));
    const symbol = checker.getPropertyOfType(object, name);
    if (symbol) return shapes.propertyOf(symbol);
    const index = checker.getIndexTypeOfType(object, compiler.IndexKind.String);
    return index && { name, type: seal(index), optional: false, isIndexed: true };
  }

  function textOf(type: ts.Type): string {
    const flags = compiler.TypeFormatFlags.NoTruncation | compiler.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;
    return printed(checker.typeToString(type, undefined, flags));
  }

  function nameOf(type: ts.Type): string | undefined {
    const name = type.aliasSymbol?.name ?? type.getSymbol()?.name;
    return name?.startsWith("__") ? undefined : name;
  }

  function constituents(type: ts.Type): readonly ts.Type[] {
    return type.isUnion() ? type.types : [type];
  }

  function isUndefined(type: ts.Type): boolean {
    return (type.flags & compiler.TypeFlags.Undefined) !== 0;
  }
}
