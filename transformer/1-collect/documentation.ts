/**
 * Transform the doc comment before a declaration Into documentation. It is read from the text: whether
 * a compiler has parsed it depends on the compiler's version and on who started it.
 */
import type { Node } from "../compilers/port.js";
import type { Documentation } from "../model.js";

/** Of the first of these nodes that has any. */
export function documentationOf(...nodes: readonly Node[]): Documentation {
  const comment = nodes.map(docCommentBefore).find((each) => each !== undefined);
  if (comment === undefined) return { isNotNode: false };
  const { text, blockTags } = parse(comment);
  const deprecated = blockTags.find(([name]) => name === "deprecated");
  const tags = blockTags.filter(([name]) => name === "tag").map(([, value]) => /^(\S+)\s*([^]*)$/.exec(value)?.slice(1) as [string, string]);
  return {
    ...(text && { doc: text }),
    ...(deprecated && { deprecated: deprecated[1] }),
    ...(tags.some(Boolean) && { tags: Object.fromEntries(tags.filter(Boolean)) }),
    isNotNode: blockTags.some(([name]) => name === "notNode"),
  };
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

/** The text before the first block tag, and each block tag with what follows it; fenced code holds no tags. */
function parse(comment: string): { text: string; blockTags: readonly (readonly [name: string, value: string])[] } {
  const sections: [name: string, lines: string[]][] = [["", []]];
  let isCode = false;
  for (const raw of comment.split(/\r?\n/)) {
    const line = raw.replace(/^\s*\* ?/, "").trimEnd();
    if (line.trimStart().startsWith("```")) isCode = !isCode;
    const [text, ...tags] = isCode || !line.includes("@") ? [line] : line.split(TAG_START);
    if (tags.length === 0 || text!.trim() !== "") sections.at(-1)![1].push(text!);
    for (const tag of tags) sections.push([/^\w+/.exec(tag)![0], [tag.replace(/^\w+\s*/, "")]]);
  }
  const [[, text], ...blockTags] = sections.map(([name, lines]) => [name, lines.join("\n").trim()] as const) as [readonly [string, string], ...(readonly [string, string])[]];
  return { text, blockTags };
}
