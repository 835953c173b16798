import type { Documentation, Written, WrittenObject } from "../../model.js";

/** Documentation in which `{days}` stands for what the parameter `days` is bound to; what is not bound stays as it is. */
export function filledTemplate({ doc, ...rest }: Documentation, { entries }: WrittenObject): Documentation {
  if (doc === undefined) return rest;
  const words = new Map(entries.map(({ name, value }) => [name, wordsFor(value)]));
  return { ...rest, doc: doc.replace(/\{([\w$]+)\}/g, (hole, name: string) => words.get(name) ?? hole) };
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
