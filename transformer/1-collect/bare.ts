import type { Node, Syntax } from "../compilers/port.js";

/** The expression without parentheses, `as`, `<…>`, `satisfies` and `!`. */
export function bare({ isParenthesizedExpression, isAsExpression, isTypeAssertionExpression, isSatisfiesExpression, isNonNullExpression }: Syntax, expression: Node): Node {
  let inner = expression;
  while (isParenthesizedExpression(inner) || isAsExpression(inner) || isTypeAssertionExpression(inner) || isSatisfiesExpression(inner) || isNonNullExpression(inner)) {
    inner = inner.expression;
  }
  return inner;
}
