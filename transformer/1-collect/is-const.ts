import type { Node, Syntax } from "../compilers/port.js";

/** Whether a variable never changes what it holds. */
export function isConst(syntax: Syntax, declaration: Node): boolean {
  return (syntax.getCombinedNodeFlags(declaration) & syntax.NodeFlags.Const) !== 0;
}
