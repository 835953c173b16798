/**
 * Transform the doc comment before a declaration Into documentation. It is read from the text: whether
 * a compiler has parsed it depends on the compiler's version and on who started it.
 */
import type { Node } from "../compilers/port.js";
import type { Documentation } from "../model.js";

/** Of the first of these nodes that has any. */
export function documentationOf(...nodes: readonly Node[]): Documentation {
  for (const node of nodes) {
    const comment = docCommentBefore(node);
    if (comment !== undefined) return read(comment);
  }
  return { isNotNode: false };
}

function read(comment: string): Documentation {
  let doc: string | undefined;
  let deprecated: string | undefined;
  let isNotNode = false;
  const tags: (readonly [string, string])[] = [];
  for (const { tag, text } of sectionsOf(comment)) {
    if (tag === undefined) doc = text || undefined;
    else if (tag === "deprecated") deprecated ??= text;
    else if (tag === "notNode") isNotNode = true;
    else if (tag === "tag") {
      const pair = /^(\S+)\s*([^]*)$/.exec(text);
      if (pair) tags.push([pair[1]!, pair[2]!]);
    }
  }
  return { doc, deprecated, tags: tags.length > 0 ? Object.fromEntries(tags) : undefined, isNotNode };
}

/** The inside of the last doc comment in the space before a declaration. */
function docCommentBefore(declaration: Node): string | undefined {
  const file = declaration.getSourceFile();
  const space = file.text.slice(declaration.pos, declaration.getStart(file));
  if (!space.includes("/**")) return undefined;
  // Most often it is all that there is, and on its own.
  const only = space.trim();
  if (only.startsWith("/**") && only.indexOf("*/", 3) === only.length - 2) return only.slice(3, -2);
  const comments = space.match(/\/\*[^]*?\*\/|\/\/.*/g) ?? [];
  const last = comments.filter((each) => /^\/\*\*(?!\/)/.test(each)).pop();
  return last?.slice(3, -2);
}

/** As TypeScript has it: an `@` after a space, with a word at once behind it, that stands in no `code`. */
const TAG_START = /(?:^|\s)@(?=[A-Za-z])(?=(?:[^`]*`[^`]*`)*[^`]*$)/;

/** A block tag with what follows it; without a name, what stands before the first one. */
interface Section {
  readonly tag: string | undefined;
  readonly text: string;
}

/** A tag that is its line's only one: it is told by less. */
const ONE_TAG = /^@[A-Za-z][^@`]*$/;

/** The star and the space before a line, and the space behind it. */
const LAYOUT = /^[^\S\n]*\* ?|[^\S\n]+$/gm;

/** Fenced code holds no tags. */
function sectionsOf(comment: string): readonly Section[] {
  const lines = comment.replace(LAYOUT, "");
  const hasFences = lines.includes("```");
  const sections: Section[] = [];
  let tag: string | undefined;
  let text = "";
  let isCode = false;
  // Most have no tags.
  for (const line of lines.includes("@") ? lines.split("\n") : [lines]) {
    if (hasFences && /^\s*```/.test(line)) isCode = !isCode;
    const parts = isCode || !line.includes("@") ? [line] : ONE_TAG.test(line) ? ["", line.slice(1)] : line.split(TAG_START);
    text += `\n${parts[0]}`;
    for (let index = 1; index < parts.length; index++) {
      sections.push({ tag, text: text.trim() });
      const started = /^(\w+)\s*([^]*)$/.exec(parts[index]!)!;
      tag = started[1];
      text = started[2]!;
    }
  }
  sections.push({ tag, text: text.trim() });
  return sections;
}
