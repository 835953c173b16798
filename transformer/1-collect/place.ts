import type { Node } from "../compilers/port.js";
import type { Place } from "../model.js";

/** Where a piece of syntax stands, without the comments and space before it. */
export function placeOf(node: Node, file = node.getSourceFile()): Place {
  const start = node.getStart(file);
  return { file, start, length: node.getEnd() - start };
}
