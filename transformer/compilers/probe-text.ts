/** Transform questions Into the TypeScript that asks them. */
import path from "node:path";
import type { Naming } from "./naming.js";
import type { Node, SourceFile } from "./port.js";
import type { Assignment, Fit, ProbeCall, ProbeQuestions, TypePath } from "./questions.js";

/** A name beside the first file in question that nothing else has: of an ES module, which may import from modules of every kind. */
export function probeFileName({ calls, assignments, intersections }: ProbeQuestions): string | undefined {
  const paths = [...assignments.flatMap(({ to, from }) => [to, from]), ...intersections.flat()];
  const anchors = [...calls.map(({ fn }) => fn), ...paths.map(innermost)];
  const [file] = anchors.flatMap((each) => ("expression" in each ? each.expression.getSourceFile() : "file" in each ? each.file : []));
  if (!file) return undefined;
  return path.posix.join(path.posix.dirname(file.fileName), "__icosian_probe__.mts");
}

/** The path that the others lead out of. */
function innermost(path: TypePath): TypePath {
  let inner = path;
  while ("in" in inner) inner = inner.in;
  return inner;
}

/** Where the answer to each question stands: the index of its statement. */
export const STATEMENT = {
  call: (index: number): number => 2 * index,
  result: (index: number): number => 2 * index + 1,
  assignment: ({ calls }: ProbeQuestions, index: number): number => 2 * calls.length + 2 * index + 1,
  intersection: ({ calls, assignments }: ProbeQuestions, index: number): number => 2 * (calls.length + assignments.length) + index,
};

/** Two statements for each call and each assignment, then one for each intersection. */
export function questionsText(fileName: string, { calls, assignments, intersections }: ProbeQuestions, naming: Naming): string {
  const text = (type: TypePath): string => naming.typeText(type, fileName);
  return [
    ...calls.map((call, index) => `const call${index} = ${callText(call)}; declare const result${index}: Awaited<typeof call${index}>;`),
    ...assignments.map((each, index) => `declare const from${index}: ${text(each.from)}; ${assignmentText(each, index)};`),
    ...intersections.map((types, index) => `declare const both${index}: ${allOf(types, fileName, naming)};`),
    "export {};",
  ].join("\n");

  function callText({ style, fn, arguments: given }: ProbeCall): string {
    const values = given.map(({ name, type }) => {
      const isWritten = type.of === "undefined" || type.of === "literal";
      const value = isWritten ? text(type) : `null! as ${text(type)}`;
      return style === "named" ? `${JSON.stringify(name)}: ${value}` : value;
    });
    const list = values.join(", ");
    return `(null! as ${naming.valueText(fn, fileName)})(${style === "named" ? `{ ${list} }` : list})`;
  }

  function assignmentText({ to, isLoose }: Assignment, index: number): string {
    return isLoose ? `const to${index} = from${index} as ${text(to)}` : `const to${index}: ${text(to)} = from${index}`;
  }
}

/** A file's text with questions in it. */
export interface Edit {
  readonly text: string;
  /** Where TypeScript objects to a question, if it does. */
  rangeOf(fit: Fit): readonly [start: number, end: number];
  /** Where a position of `text` that is within a question stands in the file. */
  originalPosition(fit: Fit, position: number): number;
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * `(expression) satisfies Type`: TypeScript judges an expression there as it would where the type is asked for.
 * What questions speak of that has no name is exported under one.
 */
export function editsFor(fits: readonly Fit[], naming: Naming): ReadonlyMap<SourceFile, Edit> {
  const copied = [...naming.copies.keys()];
  const files = new Set([...fits.map(({ expression }) => expression), ...copied].map((each) => each.getSourceFile()));
  const isIn = (file: SourceFile) => (node: Node): boolean => node.getSourceFile() === file;
  return new Map([...files].map((file) => [file, edited(file, fits.filter(({ expression }) => isIn(file)(expression)), copied.filter(isIn(file)), naming)]));
}

function edited({ text: source, fileName }: SourceFile, fits: readonly Fit[], copied: readonly Node[], naming: Naming): Edit {
  const insertions: Insertion[] = [];
  for (const fit of fits.filter(({ isCopied }) => !isCopied)) {
    const { expression } = fit;
    insertions.push({ at: expression.getStart(), text: "(" }, { at: expression.end, text: `) satisfies ${askedType(fit, fileName, naming)}` });
  }
  insertions.sort((a, b) => a.at - b.at);
  let text = "";
  let end = 0;
  for (const insertion of insertions) {
    text += source.slice(end, insertion.at) + insertion.text;
    end = insertion.at;
  }
  text += source.slice(end);
  /** How far each copy has moved. */
  const moved = new Map<Fit, number>();
  for (const fit of fits.filter(({ isCopied }) => isCopied)) {
    const start = fit.expression.getStart();
    text += "\n;(";
    moved.set(fit, text.length - start);
    text += `${source.slice(start, fit.expression.end)}) satisfies ${askedType(fit, fileName, naming)};`;
  }
  for (const each of copied) text += `\nexport const ${naming.copies.get(each)} = (${source.slice(each.getStart(), each.end)});`;
  return { text, rangeOf, originalPosition };

  // TypeScript objects to the whole of an expression at the word `satisfies` behind it, 4.9 where the type begins.
  function rangeOf(fit: Fit): readonly [number, number] {
    const { expression } = fit;
    return [shifted(fit, expression.getStart()) - 1, shifted(fit, expression.end) + ") satisfies ".length + 1];
  }

  function shifted(fit: Fit, at: number): number {
    const shift = moved.get(fit);
    if (shift !== undefined) return at + shift;
    return insertions.reduce((sum, insertion) => (insertion.at < at || (insertion.at === at && insertion.text === "(") ? sum + insertion.text.length : sum), at);
  }

  function originalPosition(fit: Fit, position: number): number {
    const copied = moved.get(fit);
    if (copied !== undefined) return position - copied;
    let shift = 0;
    for (const { at, text } of insertions) {
      if (at + shift >= position) break;
      shift += Math.min(text.length, position - at - shift);
    }
    return position - shift;
  }
}

/** What tells our own object types from the user's. */
export const ANYTHING_ELSE = "[anything_else: string]: unknown";

/** The type, within object types that say no more than what lies at the path. */
function askedType({ path: properties, isCertain, to }: Fit, fileName: string, naming: Naming): string {
  const mark = isCertain ? "" : "?";
  return properties.reduceRight((inner, name) => `{ ${JSON.stringify(name)}${mark}: ${inner}; ${ANYTHING_ELSE} }`, allOf(to, fileName, naming));
}

function allOf(types: readonly TypePath[], fileName: string, { typeText }: Naming): string {
  return types.map((each) => `(${typeText(each, fileName)})`).join(" & ");
}
