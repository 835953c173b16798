import type { Node, Project } from "../compilers/port.js";
import { bare } from "./bare.js";
import { declarationNamed } from "./declaration-named.js";

/** What is written there, or what a name that is there leads to. */
export function targetOf(project: Project, expression: Node): Node | undefined {
  const { syntax } = project;
  const node = bare(syntax, expression);
  return syntax.isIdentifier(node) || syntax.isPropertyAccessExpression(node) ? declarationNamed(project, node) : node;
}
