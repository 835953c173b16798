import type { Node } from "../compilers/port.js";
import type { NamedValue } from "../compilers/questions.js";
import type { Written } from "../model.js";

/** How questions can speak of what is written: a shorthand has no expression of its own. */
export function namedValue(written: Written): NamedValue {
  const { node } = written;
  if (written.kind !== "other" || !written.shorthandIn) return { expression: node };
  return { expression: written.shorthandIn, member: (ownNode(written) as Node & { text: string }).text };
}

/** Where the type of what is written is. */
export function ownNode(written: Written): Node {
  const { node } = written;
  return (written.kind === "other" && written.shorthandIn && (node as { name?: Node }).name) || node;
}
