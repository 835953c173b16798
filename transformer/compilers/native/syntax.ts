/** The guards of TypeScript 7's syntax under the names that they had before. */
import type ts from "typescript";
import type { Node, Syntax } from "../port.js";
import { syntaxOf } from "../syntax.js";

/** The API's module of syntax: guards, `SyntaxKind`, `NodeFlags`. */
export type NativeAst = Omit<Syntax, Renamed> & {
  readonly isParameterDeclaration: Syntax["isParameter"];
  readonly isStringLiteralLikeNode: Syntax["isStringLiteralLike"];
  readonly isTypeAssertion: Syntax["isTypeAssertionExpression"];
};

type Renamed = "forEachChild" | "getCombinedNodeFlags" | "isExternalModule" | "isFunctionLike" | "isParameter" | "isStringLiteralLike" | "isTypeAssertionExpression";

interface NativeNode {
  forEachChild<T>(visit: (node: Node) => T | undefined, visitArray?: (nodes: ts.NodeArray<Node>) => T | undefined): T | undefined;
}

const FUNCTIONS = [
  "MethodSignature", "CallSignature", "JSDocSignature", "ConstructSignature", "IndexSignature", "FunctionType", "ConstructorType",
  "FunctionDeclaration", "MethodDeclaration", "Constructor", "GetAccessor", "SetAccessor", "FunctionExpression", "ArrowFunction",
];

export function createSyntax(ast: NativeAst): Syntax {
  const kinds = ast.SyntaxKind as unknown as Readonly<Record<string, number>>;
  const functions = new Set(FUNCTIONS.map((name) => kinds[name]));
  return syntaxOf({
    ...ast,
    isParameter: ast.isParameterDeclaration,
    isExternalModule: (file) => (file as { externalModuleIndicator?: unknown }).externalModuleIndicator !== undefined,
    isStringLiteralLike: ast.isStringLiteralLikeNode,
    isTypeAssertionExpression: ast.isTypeAssertion,
    isFunctionLike: ((node: Node | undefined) => node !== undefined && functions.has(node.kind)) as Syntax["isFunctionLike"],
    forEachChild: (node, visit, visitArray) => (node as unknown as NativeNode).forEachChild(visit, visitArray),
    getCombinedNodeFlags,
  });

  /** What is written once, such as `const`, holds for each variable of a list. */
  function getCombinedNodeFlags(node: Node): ts.NodeFlags {
    let { flags, parent } = node;
    if (!ast.isVariableDeclaration(node)) return flags;
    for (let level = 0; level < 2 && parent; level++, parent = parent.parent) flags |= parent.flags;
    return flags;
  }
}
