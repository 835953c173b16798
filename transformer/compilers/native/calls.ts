/** Transform a type Into the ways in which its values can be called. */
import type { Call, CallParameter, Node, ParameterNode, Syntax, Type } from "../port.js";
import type { NativeChecker, NativeSignature, NativeSymbol, NativeType } from "./api.js";
import type { Session } from "./session.js";

export function createCalls({ api: { SignatureKind } }: Session, syntax: Syntax, checker: NativeChecker) {
  const known = new Map<NativeType, readonly Call[]>();
  return callsOf;

  function callsOf(type: NativeType): readonly Call[] {
    let calls = known.get(type);
    if (!calls) known.set(type, (calls = checker.getSignaturesOfType(checker.getNonNullableType(type), SignatureKind.Call).map(callOf)));
    return calls;
  }

  function callOf(signature: NativeSignature): Call {
    const symbols = signature.getParameters();
    const types = symbols.length > 0 ? checker.getTypeOfSymbol(symbols) : [];
    return {
      returnType: seal(checker.getReturnTypeOfSignature(signature)),
      isGeneric: (signature.typeParameters?.length ?? 0) > 0,
      parameters: symbols.map((symbol, index) => parameterOf(symbol, types[index]!)),
    };
  }

  /** What may be left out, its declaration tells. */
  function parameterOf({ name, valueDeclaration }: NativeSymbol, type: NativeType): CallParameter {
    const resolved: Node | undefined = valueDeclaration?.resolve();
    const declaration: ParameterNode | undefined = resolved && syntax.isParameter(resolved) ? resolved : undefined;
    return {
      name: declaration && !syntax.isIdentifier(declaration.name) ? undefined : name,
      type: seal(type),
      optional: declaration?.questionToken !== undefined || declaration?.initializer !== undefined,
      isRest: declaration?.dotDotDotToken !== undefined,
    };
  }
}

const seal = (type: NativeType): Type => type as unknown as Type;
