import type { Node, Syntax } from "./port.js";

/** Whether a written type names one of these; a type that is not written may. */
export function mentions({ isIdentifier, forEachChild }: Pick<Syntax, "isIdentifier" | "forEachChild">, type: Node | undefined, names: ReadonlySet<string>): boolean {
  if (!type) return true;
  const open = [type];
  for (let node = open.pop(); node; node = open.pop()) {
    if (isIdentifier(node) && names.has(node.text)) return true;
    forEachChild(node, (child) => void open.push(child));
  }
  return false;
}
