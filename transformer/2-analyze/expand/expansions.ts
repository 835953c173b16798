/** Every option of a node, in the order in which they have their say. */
import type { Expansion } from "./expanding.js";
import { check } from "./check.js";
import { doc } from "./doc.js";
import { extract } from "./extract.js";
import { parameterize } from "./parameterize.js";
import { pipe } from "./pipe.js";
import { policies } from "./policies.js";
import { tag } from "./tag.js";
import { variant } from "./variant.js";

export const expansions: readonly Expansion[] = [variant, doc, parameterize, policies, pipe, check, extract, tag];
