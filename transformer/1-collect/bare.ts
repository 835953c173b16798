import type { Node, Syntax } from "../compilers/port.js";

/** The expression without parentheses, `as`, `satisfies` and `!`. */
export function bare(syntax: Syntax, expression: Node): Node {
  let inner = expression;
  while (syntax.isParenthesizedExpression(inner) || syntax.isAsExpression(inner) || syntax.isSatisfiesExpression(inner) || syntax.isNonNullExpression(inner)) {
    inner = inner.expression;
  }
  return inner;
}
