/** Every option of a node, in the order in which they have their say. */
import type { Expansion } from "./expanding.js";
import { doc } from "./doc.js";
import { parameterize } from "./parameterize.js";
import { tag } from "./tag.js";

export const expansions: readonly Expansion[] = [doc, parameterize, tag];
