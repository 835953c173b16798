import type { FunctionNode, Node, Syntax } from "../compilers/port.js";
import { bare } from "./bare.js";
import { isConst } from "./is-const.js";

/** A function itself, or the one that a `const` holds. */
export function functionOf(syntax: Syntax, declaration: Node): FunctionNode | undefined {
  if (syntax.isArrowFunction(declaration) || syntax.isFunctionExpression(declaration)) return declaration;
  if (syntax.isFunctionDeclaration(declaration)) {
    return declaration.body || declaration.getSourceFile().isDeclarationFile ? declaration : undefined;
  }
  if (!syntax.isVariableDeclaration(declaration) || !isConst(syntax, declaration)) return undefined;
  const { type, initializer } = declaration;
  if (!initializer) return type && syntax.isFunctionTypeNode(type) && declaration.getSourceFile().isDeclarationFile ? type : undefined;
  const value = bare(syntax, initializer);
  return syntax.isArrowFunction(value) || syntax.isFunctionExpression(value) ? value : undefined;
}
