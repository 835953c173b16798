/** `doc: "…"`: said instead of the doc comment. */
import { type Expansion, final, optionOf } from "./expanding.js";
import { literalIn } from "./static-values.js";

export const doc: Expansion = {
  options: ["doc"],
  expand(node, expanding) {
    const text = literalIn(expanding, optionOf(expanding, "doc")!, ["string"]);
    return [final(text === undefined ? node : { ...node, documentation: { ...node.documentation, doc: String(text) } })];
  },
};
