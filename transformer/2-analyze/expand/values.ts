/** Holds a bound value against where it goes, as TypeScript would judge it there. */
import { ownNode } from "../../1-collect/named-value.js";
import { placeOf } from "../../1-collect/place.js";
import { isJavaScript } from "../../compilers/is-java-script.js";
import type { Shape } from "../../compilers/port.js";
import type { Fit } from "../../compilers/questions.js";
import { finding } from "../../diagnostics/finding.js";
import type { Written } from "../../model.js";
import { canGo } from "../can-go.js";
import type { Target } from "./bindings.js";
import type { Expanding } from "./expanding.js";

export function holdValue({ project: { types }, report }: Expanding, value: Written, { type, path, isGeneric, optional }: Target, names: { node: string; parameter: string }): void {
  const shorthandIn = value.kind === "other" ? value.shorthandIn : undefined;
  const { node } = value;
  if (isGeneric || isPlainly(types.shapeOf(type), value) || isJavaScript(node.getSourceFile())) return;
  const given = types.typeAt(ownNode(value));
  if (canGo(types, given, type, optional)) return;
  const fit: Fit = { expression: shorthandIn ?? node, path: shorthandIn ? [names.parameter] : [], isCertain: true, isCopied: true, to: [path] };
  report(finding("unfitValue", { parameter: names.parameter, node: names.node }, placeOf(node), { fit }));
}

/** Whether a literal is of the very kind that is asked for: then no checker need be. */
function isPlainly({ kind }: Shape, value: Written): boolean {
  return kind === "any" || kind === "unknown" || (value.kind === "literal" && typeof value.value === kind);
}
