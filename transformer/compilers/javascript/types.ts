/** Questions to the checker of TypeScript 4.9 to 6, behind the port. */
import path from "node:path";
import type ts from "typescript";
import type { Call, FunctionNode, Node, ParameterNode, Property, Shape, Signature, Type, Types } from "../port.js";
import { sortedUnions } from "../sorted-unions.js";
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
  const texts = new Map<ts.Type, string>();
  const assignable = new Map<ts.Type, Map<ts.Type, boolean>>();

  return {
    signatureOf,
    callsOf: (type) => checker.getSignaturesOfType(checker.getNonNullableType(open(type)), compiler.SignatureKind.Call).map(callOf),
    typeAt: (expression) => seal(checker.getTypeAtLocation(expression)),
    awaited: remembered((type) => seal(checker.getAwaitedType(open(type)) ?? open(type))),
    includesPromise: remembered((type) => constituents(open(type)).some((each) => checker.getPromisedTypeOfPromise(each) !== undefined)),
    includesUndefined: (type) => constituents(open(type)).some(isUndefined),
    isAny: (type) => (open(type).flags & compiler.TypeFlags.Any) !== 0,
    isError: (type) => (open(type) as { intrinsicName?: string }).intrinsicName === "error",
    isAssignable: (from, to) => isAssignable(open(from), open(to)),
    isAssignableToOptional: (from, to) =>
      constituents(open(from)).every((each) => isUndefined(each) || isAssignable(each, open(to))),
    propertyOf,
    textOf: (type) => textOf(open(type)),
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
      isGeneric: typeParameters !== undefined && mentions(fn.type, typeParameters),
      parameters: fn.parameters.map((parameter, index) => {
        const symbol = signature.parameters[index];
        return {
          type: seal(symbol ? checker.getTypeOfSymbol(symbol) : checker.getTypeAtLocation(parameter)),
          isGeneric: typeParameters !== undefined && mentions(parameter.type, typeParameters),
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

  /** Whether a written type names one of these; a type that is not written may. */
  function mentions(type: ts.Node | undefined, names: ReadonlySet<string>): boolean {
    if (!type) return true;
    const open = [type];
    for (let node = open.pop(); node; node = open.pop()) {
      if (compiler.isIdentifier(node) && names.has(node.text)) return true;
      compiler.forEachChild(node, (child) => void open.push(child));
    }
    return false;
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
    let text = texts.get(type);
    if (text === undefined) {
      const flags = compiler.TypeFormatFlags.NoTruncation | compiler.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;
      texts.set(type, (text = sortedUnions(withoutPaths(checker.typeToString(type, undefined, flags)))));
    }
    return text;
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

/** The checker searches anew each time that it is asked of the same type. */
function remembered<Answer>(ask: (type: Type) => Answer): (type: Type) => Answer {
  const known = new Map<Type, Answer>();
  return (type) => {
    if (!known.has(type)) known.set(type, ask(type));
    return known.get(type)!;
  };
}

/** A module's type prints with the absolute path of its file: the file's name says enough. */
function withoutPaths(text: string): string {
  return text.replace(/import\("([^"]+)"\)/g, (_, file: string) => `import("${path.posix.basename(file)}")`);
}

/** A compiler's type as the port passes it, and back. */
const seal = (type: ts.Type): Type => type as unknown as Type;
const open = (type: Type): ts.Type => type as unknown as ts.Type;
