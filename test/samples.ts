/** Transform a Markdown text Into the code that stands in its fences. */

export interface Fence {
  readonly language: string;
  readonly code: string;
  /** From a first line such as `// run.ts`; `undefined` where the fence goes on with the one before. */
  readonly file: string | undefined;
}

export function fencesOf(markdown: string): Fence[] {
  return [...markdown.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(([, language, code]) => ({
    language: language!,
    code: code!,
    file: /^\/\/ (\S+\.\w+)\n/.exec(code!)?.[1],
  }));
}

/** Each `expression; // => value` Into an assertion that it holds. */
export function withAssertions(code: string): string {
  return code.replace(/^( *)(.+); \/\/ => (.+)$/gm, (_, indent: string, expression: string, value: string) => `${indent}holds(${expression}, ${value});`);
}

/** What `withAssertions` calls: it counts, so that a sample which is never reached fails. */
export const HOLDS = `
import { deepStrictEqual } from "node:assert";
let held = 0;
function holds(actual: unknown, expected: unknown): void {
  deepStrictEqual(actual, expected);
  held++;
}
process.on("exit", () => console.log("held " + held));
`;

/** The code that stands in the fences of a source text's doc comments. */
export function docSamplesOf(source: string): string[] {
  const comments = source.match(/^ *\/\*\*[^]*?\*\//gm) ?? [];
  return comments.flatMap((comment) => fencesOf(comment.replace(/^ *\* ?/gm, "")).map(({ code }) => code));
}
