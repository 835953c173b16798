/**
 * Transform a function Into a hash of what it does: its own tokens, those of all that it reaches in its
 * file, and the imports that these use. Comments and layout do not count.
 */
import { hash } from "node:crypto";
import type { Node, SourceFile, Syntax } from "../compilers/port.js";
import type { FlowNode } from "../model.js";
import { type TopLevel, topLevelOf } from "../1-collect/top-level.js";
import { createWords } from "./words.js";

/** A declaration's text, and what of its file's top level it mentions: declarations, and imports as text. */
interface Read {
  readonly text: string;
  readonly mentioned: ReadonlySet<Node | string>;
}

export function createVersions(syntax: Syntax) {
  const files = new Map<SourceFile, TopLevel>();
  const known = new Map<Node, Read>();
  const wordsOf = createWords(syntax);
  return versionOf;

  /** Undefined for a function that stands in a declaration file: its body is not there. */
  function versionOf({ name, compute, declared, boundBy = [] }: FlowNode): string | undefined {
    const { options, place: { file } } = declared;
    if (file.isDeclarationFile) return undefined;
    let said = "";
    for (const each of [declared, ...boundBy]) {
      const { declarations, imports } = reach(each.place.file, each.declaration);
      for (const reached of declarations) said += `${read(each.place.file, reached).text}\0`;
      for (const reached of imports) said += `${reached}\0`;
    }
    // Of what one declaration makes, each does something else.
    if (options || "path" in compute) said += `${JSON.stringify([name, compute])}\0`;
    return hash("sha256", said).slice(0, 16);
  }

  function reach(file: SourceFile, start: Node) {
    const declarations = new Set([start]);
    const imports = new Set<string>();
    for (const each of declarations) {
      for (const target of read(file, each).mentioned) {
        if (typeof target === "string") imports.add(target);
        else declarations.add(target);
      }
    }
    return { declarations: [...declarations].sort((a, b) => a.pos - b.pos), imports: [...imports].sort() };
  }

  function read(file: SourceFile, declaration: Node): Read {
    const before = known.get(declaration);
    if (before) return before;
    const topLevel = topLevelIn(file);
    const { text, mentions } = wordsOf(declaration, topLevel);
    const mentioned = new Set<Node | string>();
    for (const name of mentions) for (const each of topLevel.get(name)!) mentioned.add(each);
    const found = { text, mentioned };
    known.set(declaration, found);
    return found;
  }

  function topLevelIn(file: SourceFile): TopLevel {
    let topLevel = files.get(file);
    if (!topLevel) files.set(file, (topLevel = topLevelOf(syntax, file)));
    return topLevel;
  }
}
