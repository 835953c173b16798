import type { Node, Project } from "../compilers/port.js";
import { bare } from "./bare.js";
import { isConst } from "./is-const.js";

/** What a `const` or a default export holds, without parentheses and the like. */
export function constantValue({ syntax }: Project, declaration: Node): Node | undefined {
  if (syntax.isExportAssignment(declaration)) return bare(syntax, declaration.expression);
  if (!syntax.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  return isConst(syntax, declaration) ? bare(syntax, declaration.initializer) : undefined;
}
