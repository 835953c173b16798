/**
 * Transform "{days} days of {series}" Into words, where a parameter's name in braces stands for what it is bound
 * to, or else for what it asks for; two braces are one.
 */
import { placeOf } from "../../1-collect/place.js";
import { finding } from "../../diagnostics/finding.js";
import { suggestion } from "../../diagnostics/suggestion.js";
import type { FlowNode, Written, WrittenObject } from "../../model.js";
import { type Expanding, optionOf } from "./expanding.js";

const HOLE = /\{\{([\w$]+)\}\}|\{([\w$]+)\}/g;

export function filledTemplate({ documentation: { doc, ...rest }, dependencies }: FlowNode, { entries }: WrittenObject): FlowNode["documentation"] {
  if (doc === undefined) return rest;
  const words = new Map([...dependencies.map(({ name }) => [name, name] as const), ...entries.map(({ name, value }) => [name, wordsFor(value)] as const)]);
  return { ...rest, doc: doc.replace(HOLE, (hole, plain: string | undefined, name: string) => (plain === undefined ? (words.get(name) ?? hole) : `{${plain}}`)) };
}

/** Judges the option `doc`; a comment may speak of braces. */
export function judgeTemplate(expanding: Expanding, { dependencies }: FlowNode): void {
  const written = optionOf(expanding, "doc")?.value;
  if (written?.kind !== "literal") return;
  const known = dependencies.map(({ name }) => name);
  const whole = placeOf(written.node);
  for (const { 0: hole, 2: name, index } of written.node.getText().matchAll(HOLE)) {
    if (name === undefined || known.includes(name)) continue;
    const place = { ...whole, start: whole.start + index, length: hole.length };
    expanding.report(finding("unknownInTemplate", { parameter: name, node: expanding.declared.name, suggestion: suggestion(name, known) }, place));
  }
}

/** A literal's own words, the name of a source, or the text as it is written. */
function wordsFor(value: Written): string {
  if (value.kind === "literal") return String(value.value);
  const [name] = value.kind === "source" ? value.arguments : [];
  if (name?.kind === "literal") return String(name.value);
  if (value.kind === "group") {
    const [first, ...others] = value.arguments;
    const parts = first?.kind === "object" && others.length === 0 ? first.entries.map((each) => `${each.name}: ${wordsFor(each.value)}`) : value.arguments.map(wordsFor);
    return parts.join(", ");
  }
  return value.node.getText();
}
