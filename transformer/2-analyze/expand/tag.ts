/** `tag: { pii: true, owners: ["a", "b"] }`: on what the other options leave last. */
import type { TagValue } from "../../../runtime/manifest.js";
import { type Expansion, final, optionOf } from "./expanding.js";
import { entriesIn, literalIn, literalsIn } from "./static-values.js";

const KINDS = ["string", "number", "boolean"] as const;

export const tag: Expansion = {
  options: ["tag"],
  expand(node, expanding) {
    const tags = entriesIn(expanding, optionOf(expanding, "tag")!).flatMap((entry): [string, TagValue][] => {
      const value = entry.value.kind === "list" ? literalsIn(expanding, entry, KINDS) : literalIn(expanding, entry, KINDS);
      return value === undefined ? [] : [[entry.name, value as TagValue]];
    });
    const { documentation } = node;
    return [final({ ...node, documentation: { ...documentation, tags: { ...documentation.tags, ...Object.fromEntries(tags) } } })];
  },
};
