/** Modules get what TypeScript says of the program that one would write without us: every mistake, in its words, and nothing else. */
import ts from "typescript";
import { compileTexts } from "../compile";
import { byFile } from "./by-file";
import { LEGAL_MODULES, PARTS } from "./legal-modules";
import { MISTAKES, MODULES } from "./modules";
import { straightProgram } from "./straight-program";

const texts = { "parts.ts": PARTS, ...Object.fromEntries(MODULES.map(({ module, text }) => [`${module}.ts`, text])) };
const straight = new Map(MODULES.map(({ module, text }) => [module, straightProgram(module, text)]));
const straightTexts = Object.fromEntries([...straight].map(([module, { text }]) => [`${module}.straight.ts`, text]));

test("there are enough", () => {
  expect(MISTAKES.length).toBeGreaterThanOrEqual(60);
  expect(LEGAL_MODULES.length).toBeGreaterThanOrEqual(60);
});

describe.each([
  ["strict", {}],
  ["not strict", { strict: false, noImplicitAny: true }],
  ["strict, with exactOptionalPropertyTypes", { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true }],
])("%s", (mode, given) => {
  const compilerOptions = { ...given, noEmit: true };
  const ours = byFile(compileTexts(texts, { compilerOptions }));
  const theirs = byFile(compileTexts({ ...texts, ...straightTexts }, { compilerOptions, plugin: false }));

  test.each(MODULES)("$row, $kind", ({ module, kind }) => {
    const expected = (theirs.get(`${module}.straight.ts`) ?? []).map((each) => toldOfStep(each, module)).sort();
    // Under other options, some mistakes are none.
    if (mode === "strict" || kind !== "mistaken") expect(expected).toHaveLength(kind === "mistaken" ? 1 : 0);
    expect((theirs.get(`${module}.ts`) ?? []).map(({ messageText }) => messageText)).toEqual([]);
    expect((ours.get(`${module}.ts`) ?? []).map(toldOfEdge).sort()).toEqual(expected);
  });
});

/** `consumer.parameter`, and why. */
function toldOfStep({ file, start, length, messageText }: ts.Diagnostic, module: string): string {
  const { line } = file!.getLineAndCharacterOfPosition(start!);
  const parameter = file!.text.slice(start!, start! + length!).replaceAll('"', "");
  return `${straight.get(module)!.steps[line - 1]?.name}.${parameter}: ${ts.flattenDiagnosticMessageText(asAssignment(messageText), "\n")}`;
}

function toldOfEdge({ messageText }: ts.Diagnostic): string {
  if (typeof messageText === "string") return messageText;
  const [, parameter, consumer] = /to parameter '(\w+)' of '(\w+)'/.exec(messageText.messageText) ?? [];
  return `${consumer}.${parameter}: ${(messageText.next ?? []).map((each) => ts.flattenDiagnosticMessageText(asAssignment(each), "\n")).join("\n")}`;
}

/** What TypeScript says at once of an assignment; of an argument, it says this below a sentence about the whole. */
const SAID_AT_ONCE: readonly number[] = [2739, 2740, 2741, 2559, 2560, 4104];

/** What is said of an argument, as it is said of an assignment. */
function asAssignment(message: string | ts.DiagnosticMessageChain): string | ts.DiagnosticMessageChain {
  const text = (said: string): string => said.replace(/^Argument of type ([^]*) is not assignable to parameter of type /, "Type $1 is not assignable to type ");
  if (typeof message === "string") return text(message);
  const [first] = message.next ?? [];
  return first && SAID_AT_ONCE.includes(first.code) ? first : { ...message, messageText: text(message.messageText) };
}
