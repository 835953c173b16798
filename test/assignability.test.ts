/** Whether a result fits a parameter, and why not, is what TypeScript says of `const to: C = from` in a program of its own. */
import ts from "typescript";
import { compileTexts, type Compilation } from "./compile";
import { DECLARATIONS, PAIRS } from "./assignability-pairs";

const EDGE_MISMATCH = 72201;
const pairs = Object.entries(PAIRS).flatMap(([subject, list]) => list.map(([from, to]) => ({ subject, from, to })));

/** For each pair, on a line of its own, a node that results in the one type and a node that takes the other. */
const FLOW = [DECLARATIONS, ...pairs.map(({ from, to }, index) => `export const n${index} = (): ${from} => never; export const uses${index} = (n${index}: ${to}, last: object): object => [n${index}, last];`)].join("\n");
const PLAIN = [DECLARATIONS, ...pairs.map(({ from, to }, index) => `declare const n${index}: ${from}; const uses${index}: ${to} = n${index};`), "export {};"].join("\n");
const FIRST_LINE = DECLARATIONS.split("\n").length;

describe.each([
  ["strict", { strict: true }],
  ["not strict", { strict: false }],
  ["strict, with exactOptionalPropertyTypes", { strict: true, exactOptionalPropertyTypes: true }],
  ["strict but for its functions", { strict: true, strictFunctionTypes: false }],
])("%s", (_, compilerOptions) => {
  const ours = byPair(compileTexts({ "pairs.flow.ts": FLOW }, { compilerOptions }));
  const theirs = byPair(compileTexts({ "pairs.ts": PLAIN }, { compilerOptions, plugin: false }));

  test("no pair has another error, and both answers occur", () => {
    const strangers = [...ours.values()].flat().filter(({ code }) => code !== EDGE_MISMATCH);
    expect(strangers.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).toEqual([]);
    expect([ours.has(-1), theirs.has(-1)]).toEqual([false, false]);
    expect(theirs.size).toBeGreaterThan(60);
    expect(pairs.length - theirs.size).toBeGreaterThan(60);
  });

  test.each(pairs.map((pair, index) => ({ ...pair, index })))("$subject: $from to $to", ({ index }) => {
    const expected = (theirs.get(index) ?? []).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    const actual = (ours.get(index) ?? []).map(({ messageText }) => elaboration(messageText));
    expect(actual).toEqual(expected);
  });
});

/** Diagnostics by the pair on whose line they stand; -1 for those that stand elsewhere. */
function byPair({ diagnostics }: Compilation): ReadonlyMap<number, readonly ts.Diagnostic[]> {
  const found = new Map<number, ts.Diagnostic[]>();
  for (const each of diagnostics) {
    const line = each.file?.getLineAndCharacterOfPosition(each.start!).line ?? -1;
    const index = Math.max(line - FIRST_LINE, -1);
    found.set(index, [...(found.get(index) ?? []), each]);
  }
  return found;
}

/** What stands below our own sentence. */
function elaboration(message: string | ts.DiagnosticMessageChain): string {
  if (typeof message === "string") return "";
  return (message.next ?? []).map((each) => ts.flattenDiagnosticMessageText(each, "\n")).join("\n");
}
