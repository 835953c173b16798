import type { Node, Syntax } from "../compilers/port.js";

/** The expression without what leaves its type alone: parentheses, `satisfies` and `as const`. */
export function unasserted(syntax: Syntax, expression: Node): Node {
  let inner = expression;
  while (syntax.isParenthesizedExpression(inner) || syntax.isSatisfiesExpression(inner) || (syntax.isAsExpression(inner) && isConstAssertion(inner.type))) {
    inner = inner.expression;
  }
  return inner;
}

function isConstAssertion(type: Node): boolean {
  return type.getSourceFile().text.slice(type.getStart(), type.getEnd()) === "const";
}
