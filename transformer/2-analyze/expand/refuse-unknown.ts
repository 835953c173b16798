import { finding } from "../../diagnostics/finding.js";
import { itHas, suggestion } from "../../diagnostics/suggestion.js";
import type { WrittenObject } from "../../model.js";
import type { Expanding } from "./expanding.js";

/** Reports the options that are none. Within those of the options, which are inferred, TypeScript looks for them as little as in JavaScript. */
export function refuseUnknown(expanding: Expanding, { entries }: WrittenObject, known: readonly string[], within = ""): void {
  for (const { name, place } of entries) {
    if (!known.includes(name)) expanding.report(finding("unknownNodeOption", { option: within + name, suggestion: suggestion(name, known, itHas) }, place));
  }
}
