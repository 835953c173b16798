/**
 * Transform functions Into signatures. What is written at a function tells most of it: so the types of
 * all that a module writes are asked for at once, when the first of its functions is.
 */
import type { FunctionNode, Node, ParameterNode, Signature, SourceFile, Syntax } from "../port.js";
import { isJavaScript } from "../is-java-script.js";
import { mentions } from "../mentions.js";
import type { NativeChecker, NativeSignature, NativeType } from "./api.js";
import { seal } from "./sealed.js";
import type { Session } from "./session.js";

export function createSignatures(session: Session, syntax: Syntax, checker: NativeChecker) {
  const { SignatureKind } = session.api;
  const written = new Map<Node, NativeType>();
  const inferred = new Map<FunctionNode, NativeSignature>();
  const returned = new Map<FunctionNode, NativeType>();
  const read = new Set<SourceFile>();
  return signatureOf;

  function signatureOf(declaration: Node, fn: FunctionNode): Signature {
    const called = isSelfContained(syntax, declaration, fn) ? undefined : checker.getSignaturesOfType(checker.getTypeAtLocation(declaration), SignatureKind.Call)[0];
    // A type such as `any` tells of no call.
    return called ? calledSignature(called, fn) : ownSignature(fn);
  }

  function ownSignature(fn: FunctionNode): Signature {
    const file = fn.getSourceFile();
    if (!read.has(file)) {
      read.add(file);
      prefetch(functionsIn(syntax, file));
    }
    const names = new Set(fn.typeParameters?.map(({ name }) => name.text));
    return {
      returnType: seal(fn.type ? typeAt(fn.type) : returnTypeOf(fn)),
      isGeneric: names.size > 0 && mentions(syntax, fn.type, names),
      parameters: fn.parameters.map((parameter) => ({
        type: seal(typeAt(parameter)),
        isGeneric: names.size > 0 && mentions(syntax, parameter.type, names),
        optional: isOptional(parameter),
      })),
    };
  }

  /** The function's type follows from what was written around it. */
  function calledSignature(signature: NativeSignature, fn: FunctionNode): Signature {
    const symbols = signature.getParameters();
    const types = symbols.length > 0 ? checker.getTypeOfSymbol(symbols) : [];
    const names = new Set(signature.getTypeParameters().map((each) => each.getSymbol()!.name));
    return {
      returnType: seal(checker.getReturnTypeOfSignature(signature)),
      isGeneric: names.size > 0 && mentions(syntax, fn.type, names),
      parameters: fn.parameters.map((parameter, index) => ({
        type: seal(types[index] ?? typeAt(parameter)),
        isGeneric: names.size > 0 && mentions(syntax, parameter.type, names),
        optional: isOptional(parameter),
      })),
    };
  }

  function prefetch(functions: readonly FunctionNode[]): void {
    const nodes = functions.flatMap(({ parameters, type }) => [...parameters, ...(type ? [type] : [])]);
    const types = nodes.length > 0 ? checker.getTypeAtLocation(nodes) : [];
    nodes.forEach((node, index) => written.set(node, types[index]!));

    const untyped = functions.filter(({ type }) => !type);
    const called = untyped.length > 0 ? checker.getTypeAtLocation(untyped) : [];
    const signatures = session.many(checker, "getSignaturesOfType", called.map((type) => [type, SignatureKind.Call] as const));
    untyped.forEach((fn, index) => inferred.set(fn, signatures[index]![0]!));
    const known = untyped.filter((fn) => inferred.get(fn));
    const results = session.many(checker, "getReturnTypeOfSignature", known.map((fn) => [inferred.get(fn)!] as const));
    known.forEach((fn, index) => returned.set(fn, results[index]!));
  }

  function returnTypeOf(fn: FunctionNode): NativeType {
    const type = returned.get(fn);
    if (type) return type;
    prefetch([fn]);
    return returned.get(fn)!;
  }

  function typeAt(node: Node): NativeType {
    let type = written.get(node);
    if (!type) written.set(node, (type = checker.getTypeAtLocation(node)));
    return type;
  }
}

/** Whether nothing around a function has a say in its type. */
function isSelfContained(syntax: Syntax, declaration: Node, fn: FunctionNode): boolean {
  if (isJavaScript(fn.getSourceFile())) return false;
  if (declaration === fn) return true;
  return syntax.isVariableDeclaration(declaration) && (declaration.type ? declaration.type === fn : declaration.initializer === fn);
}

/** Those that stand at a module's top level, or in a call there. */
function functionsIn(syntax: Syntax, file: SourceFile): FunctionNode[] {
  return file.statements.flatMap((statement): FunctionNode[] => {
    if (syntax.isFunctionDeclaration(statement)) return [statement];
    if (!syntax.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap((declaration) => {
      const { initializer } = declaration;
      if (!initializer || declaration.type) return [];
      const held: readonly Node[] = syntax.isCallExpression(initializer) ? initializer.arguments : [initializer];
      return held.flatMap((each) => (syntax.isArrowFunction(each) || syntax.isFunctionExpression(each) ? each : []));
    });
  });
}

/** As TypeScript has it: a default lets an argument be left out where no later one is needed. */
function isOptional(parameter: ParameterNode): boolean {
  if (parameter.questionToken) return true;
  if (!parameter.initializer) return false;
  const { parameters } = parameter.parent;
  return parameters.slice(parameters.indexOf(parameter) + 1).every((each) => each.questionToken ?? each.initializer ?? each.dotDotDotToken);
}
