import type { FunctionNode, Node, Project } from "../compilers/port.js";
import { functionOf } from "./function-of.js";

/** The function that a written type is about: a function type within it, or what a `typeof` in it leads to. */
export function functionTypeIn(project: Project, type: Node | undefined): FunctionNode | undefined {
  const { syntax } = project;
  if (!type) return undefined;
  const open: Node[] = [type];
  for (let node = open.shift(); node; node = open.shift()) {
    if (syntax.isFunctionTypeNode(node)) return node;
    if (syntax.isTypeQueryNode(node)) {
      const declaration = project.declarationOf(node.exprName);
      const fn = declaration && functionOf(syntax, declaration);
      if (fn) return fn;
    }
    const inner: Node[] = [];
    syntax.forEachChild(node, (child) => void inner.push(child));
    open.unshift(...inner);
  }
  return undefined;
}
