/**
 * Transform a function Into a hash of what it does: its own tokens, those of all that it reaches in its
 * file, and the imports that these use. Comments and layout do not count.
 */
import { createHash } from "node:crypto";
import type { Node, SourceFile, Syntax } from "../compilers/port.js";
import type { FlowNode } from "../model.js";
import { topLevelOf } from "../1-collect/top-level.js";
import { createWords, type Words } from "./words.js";

export function createVersions(syntax: Syntax) {
  const files = new Map<SourceFile, ReadonlyMap<string, Node | string>>();
  const known = new Map<Node, Words>();
  const wordsOf = createWords(syntax);
  return versionOf;

  /** Undefined for a function that stands in a declaration file: its body is not there. */
  function versionOf({ name, compute, declared, boundBy = [] }: FlowNode): string | undefined {
    const { options, place: { file } } = declared;
    if (file.isDeclarationFile) return undefined;
    const said: string[] = [];
    for (const each of [declared, ...boundBy]) {
      const { declarations, imports } = reach(topLevelIn(each.place.file), each.declaration);
      for (const each of declarations) said.push(words(each).text);
      for (const each of imports) said.push(each);
    }
    // Of what one declaration makes, each does something else.
    if (options || "path" in compute) said.push(JSON.stringify([name, compute]));
    return createHash("sha256").update(said.map((each) => `${each}\0`).join("")).digest("hex").slice(0, 16);
  }

  function topLevelIn(file: SourceFile): ReadonlyMap<string, Node | string> {
    let topLevel = files.get(file);
    if (!topLevel) files.set(file, (topLevel = topLevelOf(syntax, file)));
    return topLevel;
  }

  function reach(topLevel: ReadonlyMap<string, Node | string>, start: Node) {
    const declarations = new Set([start]);
    const imports = new Set<string>();
    for (const each of declarations) {
      for (const name of words(each).mentions) {
        const target = topLevel.get(name);
        if (typeof target === "string") imports.add(target);
        else if (target) declarations.add(target);
      }
    }
    return { declarations: [...declarations].sort((a, b) => a.pos - b.pos), imports: [...imports].sort() };
  }

  function words(declaration: Node): Words {
    let found = known.get(declaration);
    if (!found) known.set(declaration, (found = wordsOf(declaration)));
    return found;
  }
}
