/** Transform questions Into the TypeScript that asks them. */
import path from "node:path";
import type { SourceFile } from "./port.js";
import type { Fit, ProbeCall, ProbeQuestions, TypePath } from "./questions.js";

/** A name beside the first file in question, of the same module kind, that nothing else has. */
export function probeFileName({ calls, assignments, intersections }: ProbeQuestions): string | undefined {
  const paths = [...assignments.flatMap(({ to, from }) => [to, from]), ...intersections.flat()];
  const [anchor] = [...calls, ...paths.map(innermost).filter((each) => "file" in each)];
  if (!anchor) return undefined;
  const { fileName } = anchor.file;
  const kind = /\.([cm])[jt]s$/.exec(fileName)?.[1] ?? "";
  return path.posix.join(path.posix.dirname(fileName), `__icosian_probe__.${kind}ts`);
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
export function questionsText(fileName: string, { calls, assignments, intersections }: ProbeQuestions): string {
  const text = (type: TypePath): string => typeText(type, fileName);
  return [
    ...calls.map((call, index) => `const call${index} = ${callText(call, fileName)}; declare const result${index}: Awaited<typeof call${index}>;`),
    ...assignments.map(({ from, to }, index) => `declare const from${index}: ${text(from)}; const to${index}: ${text(to)} = from${index};`),
    ...intersections.map((types, index) => `declare const both${index}: ${allOf(types, fileName)};`),
    "export {};",
  ].join("\n");
}

function callText({ style, arguments: given, ...fn }: ProbeCall, fileName: string): string {
  const values = given.map(({ name, type }) => {
    const isWritten = type.of === "undefined" || type.of === "literal";
    const value = isWritten ? typeText(type, fileName) : `null! as ${typeText(type, fileName)}`;
    return style === "named" ? `${JSON.stringify(name)}: ${value}` : value;
  });
  const list = values.join(", ");
  return `(null! as ${functionText(fn, fileName)})(${style === "named" ? `{ ${list} }` : list})`;
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

/** `(expression) satisfies Type`: TypeScript judges an expression there as it would where the type is asked for. */
export function editsFor(fits: readonly Fit[]): ReadonlyMap<SourceFile, Edit> {
  const files = new Map<SourceFile, Fit[]>();
  for (const fit of fits) {
    const file = fit.expression.getSourceFile();
    files.set(file, [...(files.get(file) ?? []), fit]);
  }
  return new Map([...files].map(([file, list]) => [file, edited(file, list)]));
}

function edited({ text: source, fileName }: SourceFile, fits: readonly Fit[]): Edit {
  const insertions: Insertion[] = [];
  for (const fit of fits.filter(({ isCopied }) => !isCopied)) {
    const { expression } = fit;
    insertions.push({ at: expression.getStart(), text: "(" }, { at: expression.end, text: `) satisfies ${askedType(fit, fileName)}` });
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
    text += `${source.slice(start, fit.expression.end)}) satisfies ${askedType(fit, fileName)};`;
  }
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
function askedType({ path: properties, isCertain, to }: Fit, fileName: string): string {
  const mark = isCertain ? "" : "?";
  return properties.reduceRight((inner, name) => `{ ${JSON.stringify(name)}${mark}: ${inner}; ${ANYTHING_ELSE} }`, allOf(to, fileName));
}

function allOf(types: readonly TypePath[], fileName: string): string {
  return types.map((each) => `(${typeText(each, fileName)})`).join(" & ");
}

/** The type as text that stands in a file. */
function typeText(type: TypePath, fileName: string): string {
  if (type.of === "any" || type.of === "undefined") return type.of;
  if (type.of === "call") return `typeof result${type.index}`;
  if (type.of === "list") return `(${typeText(type.in, fileName)})[]`;
  if (type.of === "item") return `NonNullable<NonNullable<${typeText(type.in, fileName)}>[${JSON.stringify(type.brand)}]>["item"]`;
  if (type.of === "tuple") return `[${type.elements.map((each) => typeText(each, fileName)).join(", ")}]`;
  if (type.of === "record") return `{ ${Object.entries(type.members).map(([name, each]) => `${JSON.stringify(name)}: ${typeText(each, fileName)}`).join("; ")} }`;
  if (type.of === "literal") return JSON.stringify(type.value);
  if (type.of === "member") return `NonNullable<${typeText(type.in, fileName)}>[${JSON.stringify(type.key)}]`;
  if (type.of === "element") return `NonNullable<${typeText(type.in, fileName)}>[number]`;
  if (type.of === "defined") return `Exclude<${typeText(type.in, fileName)}, undefined>`;
  const fn = functionText(type, fileName);
  if (type.of === "entry") return `(${fn} extends { readonly "~icosian"?: infer Each } ? (Each extends { name: infer Name; type: infer Type } ? (${JSON.stringify(type.name)} extends Name ? Type : never) : never) : never)`;
  if (type.of === "input") return `${fn}["type"]`;
  if (type.of === "result") return `Awaited<ReturnType<${fn}>>`;
  const parameter = `Parameters<${fn}>[${type.index}]`;
  return type.property === undefined ? parameter : `NonNullable<${parameter}>[${JSON.stringify(type.property)}]`;
}

function functionText(fn: { readonly file: SourceFile; readonly export: string }, fileName: string): string {
  const target = fn.file.fileName.replace(/(?:\.d)?\.([cm]?)[jt]sx?$/, ".$1js");
  const relative = path.posix.relative(path.posix.dirname(fileName), target);
  const specifier = relative.startsWith(".") ? relative : `./${relative}`;
  return `(typeof import(${JSON.stringify(specifier)}))[${JSON.stringify(fn.export)}]`;
}
