import type { Node, Syntax } from "../compilers/port.js";

/** The expression without what leaves its type alone: parentheses, `satisfies`, `as const` and `<const>`. */
export function unasserted(syntax: Syntax, expression: Node): Node {
  let inner = expression;
  for (;;) {
    if (syntax.isParenthesizedExpression(inner) || syntax.isSatisfiesExpression(inner)) inner = inner.expression;
    else if ((syntax.isAsExpression(inner) || syntax.isTypeAssertionExpression(inner)) && isConst(inner.type)) inner = inner.expression;
    else return inner;
  }
}

function isConst(type: Node): boolean {
  return type.getSourceFile().text.slice(type.getStart(), type.getEnd()) === "const";
}
