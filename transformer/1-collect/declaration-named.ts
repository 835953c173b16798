import type { Node, Project } from "../compilers/port.js";
import { bare } from "./bare.js";

/** What `name` or, of a namespace, `name.member` stands for. */
export function declarationNamed({ syntax, declarationOf }: Project, expression: Node): Node | undefined {
  const node = bare(syntax, expression);
  if (syntax.isPropertyAccessExpression(node)) return declarationOf(node.name);
  return syntax.isIdentifier(node) ? declarationOf(node) : undefined;
}
