/**
 * Transform
 *
 *     export const lag = node({ parameterize: { lag1: { days: 1 }, lag7: { days: 7, series: source("spend") } } }, fn)
 *
 * Into the nodes `lag1` and `lag7`: each calls `fn`, with what its entry binds in the parameters' place.
 */
import type { FlowNode, WrittenEntry } from "../../model.js";
import { bindings } from "./bindings.js";
import { filledTemplate, judgeTemplate } from "./doc-template.js";
import { type Expanded, type Expanding, type Expansion, final, optionOf } from "./expanding.js";
import { entriesIn, notStatic } from "./static-values.js";

export const parameterize: Expansion = {
  options: ["parameterize"],
  expand(node, expanding) {
    judgeTemplate(expanding, node);
    return entriesIn(expanding, optionOf(expanding, "parameterize")!).flatMap((entry) => bound(node, entry, expanding));
  },
};

function bound(node: FlowNode, { name, place, value }: WrittenEntry, expanding: Expanding): readonly Expanded[] {
  if (value.kind !== "object" || value.unnamed) {
    notStatic(expanding, "parameterize", value.kind === "object" ? value.unnamed! : value.node, "Write an object literal that names each parameter.");
    return [];
  }
  const { dependencies, operands } = bindings(expanding, name, node.dependencies, value.entries, (parameter) => ["parameterize", name, parameter]);
  return [
    final({
      ...node,
      name,
      place,
      documentation: filledTemplate(node, value),
      compute: { op: "call", export: node.declared.name, ...operands(node.declared.style) },
      dependencies,
    }),
  ];
}
