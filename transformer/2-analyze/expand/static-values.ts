/** Reads what must be static; where it is not, it is reported, and left out. */
import { placeOf } from "../../1-collect/place.js";
import type { Node } from "../../compilers/port.js";
import { finding } from "../../diagnostics/finding.js";
import type { Written, WrittenEntry } from "../../model.js";
import type { ConfigLiteral } from "../../../runtime/manifest.js";
import type { Expanding } from "./expanding.js";

type Kind = "string" | "number" | "boolean" | "null";

/** What an object literal holds, all of its names written out. */
export function entriesIn(expanding: Expanding, { name, value }: Pick<WrittenEntry, "name" | "value">): readonly WrittenEntry[] {
  if (value.kind !== "object") notStatic(expanding, name, value.node, "Write an object literal.");
  else if (value.unnamed) notStatic(expanding, name, value.unnamed, "Write each name out.");
  return value.kind === "object" ? value.entries : [];
}

export function literalIn(expanding: Expanding, { name, value }: WrittenEntry, kinds: readonly Kind[]): ConfigLiteral | undefined {
  return literalOf(expanding, name, value, kinds);
}

/** What a list literal holds, all of it literals. */
export function literalsIn(expanding: Expanding, { name, value }: WrittenEntry, kinds: readonly Kind[]): ConfigLiteral[] {
  return itemsIn(expanding, { name, value }).flatMap((each) => literalOf(expanding, name, each, kinds) ?? []);
}

/** What a list literal holds, each of its elements written out. */
export function itemsIn(expanding: Expanding, { name, value }: Pick<WrittenEntry, "name" | "value">): readonly Written[] {
  if (value.kind !== "list") notStatic(expanding, name, value.node, "Write a list of literals.");
  else if (value.spread) notStatic(expanding, name, value.spread, "Write each element out.");
  return value.kind === "list" && !value.spread ? value.items : [];
}

export function literalOf(expanding: Expanding, name: string, value: Written, kinds: readonly Kind[]): ConfigLiteral | undefined {
  if (value.kind === "literal" && kinds.includes(kindOf(value.value))) return value.value;
  notStatic(expanding, name, value.node, `Write a literal: a ${kinds.join(" or ")}.`);
  return undefined;
}

function kindOf(value: ConfigLiteral): Kind {
  return value === null ? "null" : (typeof value as Kind);
}

export function notStatic({ declared, report }: Expanding, option: string, at: Node, suggestion: string): void {
  report(finding("notStatic", { option, node: declared.name, suggestion }, placeOf(at)));
}
