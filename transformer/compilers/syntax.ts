/** The compiler's guards and walkers over syntax, under the names that those of TypeScript 4.9 to 7 have in common; part of the port. */
import type ts from "typescript";

const NAMES = [
  "forEachChild", "getCombinedNodeFlags", "isArrayLiteralExpression", "isArrowFunction", "isAsExpression", "isAwaitExpression", "isBindingElement",
  "isBlock", "isCallExpression", "isConditionalExpression", "isExportAssignment", "isExportDeclaration", "isExternalModule", "isExpressionStatement",
  "isFunctionDeclaration", "isFunctionExpression", "isFunctionLike", "isFunctionTypeNode", "isIdentifier", "isImportDeclaration",
  "isImportEqualsDeclaration", "isMethodDeclaration", "isNamedExports", "isNamespaceExport", "isNamespaceImport", "isNewExpression", "isNonNullExpression", "isNumericLiteral",
  "isPropertyAssignment", "isObjectBindingPattern", "isObjectLiteralExpression", "isParameter", "isParenthesizedExpression",
  "isPrefixUnaryExpression", "isPropertyAccessExpression", "isReturnStatement", "isSatisfiesExpression", "isShorthandPropertyAssignment",
  "isSourceFile", "isSpreadAssignment", "isSpreadElement", "isStringLiteralLike", "isTypeAssertionExpression", "isTypeQueryNode", "isUnionTypeNode", "isVariableDeclaration",
  "isVariableStatement", "NodeFlags", "SyntaxKind",
] as const;

export type Syntax = Pick<typeof ts, (typeof NAMES)[number]>;

/** Only what is used, as plain properties: the compilers' own modules have thousands, each behind a getter. */
export function syntaxOf(guards: Syntax): Syntax {
  return Object.fromEntries(NAMES.map((name) => [name, guards[name]])) as unknown as Syntax;
}
