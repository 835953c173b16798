/** Transform a type Into the ways in which its values can be called. */
import type { Call, CallParameter, Node, ParameterNode, Syntax } from "../port.js";
import { remembered } from "../remembered.js";
import type { NativeChecker, NativeSignature, NativeSymbol, NativeType } from "./api.js";
import { seal } from "./sealed.js";
import type { Session } from "./session.js";

export function createCalls({ api: { SignatureKind } }: Session, syntax: Syntax, checker: NativeChecker) {
  return remembered((type: NativeType): readonly Call[] => checker.getSignaturesOfType(checker.getNonNullableType(type), SignatureKind.Call).map(callOf));

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
