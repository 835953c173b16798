/** The `version` of a node changes with what it does, and with nothing else. */
import type { Manifest } from "icosian";
import { compileTexts } from "./compile";

const SOURCE = `import { round, floor } from "./round.js";
import type { Row } from "./round.js";
import def, * as all from "./round.js";

const RATE = 0.2;
const UNUSED = 1;
const { low, high: [top] } = { low: 1, high: [2] };
function double(x: number): number { return 2 * half(x) * 4; }
function half(x: number): number { return x / 2; }
class Model { run(x: number): number { return x * RATE; } }
enum Mode { Fast = 1 }

export function other(x: number): number { return x + UNUSED; }
export function plain(x: number): number { return x + 1; }
export const arrow = (x: number): number => double(x);
export function imported(x: number): number { return round(x); }
export function modelled(x: number): number { return new Model().run(x); }
export const moded = (row: Row): number => row.id + Mode.Fast + low + top;
export const namespaced = (x: number): number => all.floor(x) + def;
export function named({ other, x }: { other: number; x: number }): number { return other + x; }
export const shadowing = (x: number): number => { const half = (RATE: number): number => RATE; return [x].map((double) => half(double))[0]!; };
export const asks = (other: number): number => other;
`;
const ROUND = "export interface Row { id: number }\nexport const round = (x: number): number => x;\nexport const floor = round;\nexport default 1;\n";

type Versions = Readonly<Record<string, string | undefined>>;

function versionsOf(source: string, round = ROUND): Versions {
  const { outputs, diagnostics } = compileTexts({ "a.flow.ts": source, "round.ts": round });
  expect(diagnostics.map(({ messageText }) => messageText)).toEqual([]);
  const { nodes } = JSON.parse(outputs.get("out/a.flow.manifest.json")!) as Manifest;
  return Object.fromEntries(nodes.map(({ name, version }) => [name, version]));
}

const before = versionsOf(SOURCE);

/** The nodes whose version changes with an edit. */
function changed(text: string, replacement: string): string[] {
  expect(SOURCE.split(text)).toHaveLength(2);
  const after = versionsOf(SOURCE.replace(text, replacement));
  return Object.keys(before).filter((name) => before[name] !== after[name]);
}

test("each node has one of its own", () => {
  const versions = Object.values(before);
  expect(versions).toHaveLength(10);
  expect(versions.every((each) => /^[0-9a-f]{8,}$/.test(each!))).toBe(true);
  expect(new Set(versions).size).toBe(10);
});

test.each([
  ["a comment", "{ return x + 1; }", "{ /* one more */ return x + 1; // done\n }"],
  ["a doc comment", "export function plain", "/** Adds one */\nexport function plain"],
  ["layout", "{ return x + 1; }", "{\n\n  return x\n    + 1;\n}"],
  ["a comment in a helper", "{ return x / 2; }", "{ return x /* two */ / 2; }"],
  ["a comment between its parts", "export function plain(x: number)", "export /* a */ function /* b */ plain(/* c */ x: number)"],
  ["a line above", "const UNUSED", "// a line\n\nconst UNUSED"],
  ["Windows' line ends", "{ return x + 1; }", "{\r\nreturn x + 1;\r\n}"],
])("%s changes none", (_, text, replacement) => {
  expect(changed(text, replacement)).toEqual([]);
});

test.each([
  ["its own body", "{ return x + 1; }", "{ return x + 2; }", ["plain"]],
  ["its parameter's type", "plain(x: number)", "plain(x: 1 & number)", ["plain"]],
  ["its parameter's default", "plain(x: number)", "plain(x: number = 1)", ["plain"]],
  ["a space in a string", "=> double(x)", "=> double(x) + Number(' 1')", ["arrow"]],
  ["a helper", "{ return 2 * half(x) * 4; }", "{ return 3 * half(x) * 4; }", ["arrow"]],
  ["a helper's helper", "{ return x / 2; }", "{ return x / 3; }", ["arrow"]],
  ["what a class that it uses mentions", "RATE = 0.2", "RATE = 0.3", ["modelled"]],
  ["an enum", "Fast = 1", "Fast = 2", ["moded"]],
  ["a destructured constant", "low: 1,", "low: 3,", ["moded"]],
  ["which name is imported", "import { round, floor }", "import { floor as round, round as floor }", ["imported"]],
  ["another function", "{ return x + UNUSED; }", "{ return x - UNUSED; }", ["other"]],
  ["a constant that another function uses", "UNUSED = 1", "UNUSED = 2", ["other"]],
])("%s changes those that it concerns", (_, text, replacement, expected) => {
  expect(changed(text, replacement)).toEqual(expected);
});

describe("names that stand for more than one thing", () => {
  const MERGED = `const Colour = { red: 1 };
type Colour = keyof typeof Colour;
function helper(): number { return helper.times; }
namespace helper { export const times = 5; }
const rate = 3;
const item = 4;

export function companion(): number { return Colour.red; }
export function typed(colour: Colour): string { return colour; }
export function merged(): number { return helper(); }
export function inBlock(x: number): number { if (x > 1) { const rate = 2; return rate; } return rate; }
export function inLoop(): number { for (const item of [1]) console.log(item); return item; }
export function inExpression(): number { const own = function rate(): number { return 1; }; return own() + rate; }
export function shadowed(): number { const rate = 2; { const item = 1; return rate + item; } }
`;
  const texts = (source: string): Versions => versionsOf(`declare const console: { log(x: unknown): void };\n${source}`);
  const known = texts(MERGED);
  const differing = (text: string, replacement: string): string[] => {
    expect(MERGED.split(text)).toHaveLength(2);
    const after = texts(MERGED.replace(text, replacement));
    return Object.keys(known).filter((name) => known[name] !== after[name]);
  };

  test.each([
    ["the constant beside a type", "red: 1", "red: 2", ["companion", "typed"]],
    ["the type beside a constant", "keyof typeof Colour;", "keyof typeof Colour & string;", ["companion", "typed"]],
    ["the function beside a namespace", "{ return helper.times; }", "{ return 2 * helper.times; }", ["merged"]],
    ["the namespace beside a function", "times = 5", "times = 6", ["merged"]],
    ["what is hidden in a block, and mentioned outside of it", "rate = 3", "rate = 4", ["inBlock", "inExpression"]],
    ["what is hidden in a loop, and mentioned outside of it", "item = 4", "item = 5", ["inLoop"]],
  ])("%s counts", (_, text, replacement, expected) => {
    expect(differing(text, replacement)).toEqual(expected);
  });
});

test("where an import comes from counts", () => {
  const { outputs } = compileTexts({ "a.flow.ts": SOURCE.replace('import { round, floor } from "./round.js"', 'import { round, floor } from "./again.js"'), "round.ts": ROUND, "again.ts": ROUND });
  const { nodes } = JSON.parse(outputs.get("out/a.flow.manifest.json")!) as Manifest;
  expect(nodes.filter(({ name, version }) => version !== before[name]).map(({ name }) => name)).toEqual(["imported"]);
});

test("what stands in another file does not", () => {
  expect(versionsOf(SOURCE, ROUND.replace("=> x;", "=> x + 1;"))).toEqual(before);
});

test("a space in a string or template is no layout", () => {
  const body = (text: string): string => `export const a = (): string => ${text};\n`;
  const all = ['"a b"', '"ab"', "'a b '", "`a b`", "`a ${1} b`", "`a ${1}b`", '"a // b"', '"a /* b */"'].map((text) => versionsOf(body(text))["a"]);
  expect(new Set(all).size).toBe(all.length);
});

describe("what declarations with options make", () => {
  const DECLARED = `import { node, step, subdag } from "icosian";
import * as inner from "./inner.js";

const RATE = 0.2;
const rated = (x: number, by: number): number => x * RATE * by;
const doubled = (a: number): number => 2 * a;
export const score = node({ pipe: { rated: step(rated, { by: 3 }) }, check: { low: (x: number) => x < 10 } }, (x: number): number => x + 1);
export const baz = subdag([inner, { doubled }], { inputs: { a: 1 } }, (foo: number, doubled: number): number => foo - doubled);
export const plain = (x: number): number => x - 1;
`;
  const INNER = "const half = (x: number): number => x / 2;\nexport const foo = (bar: number): number => half(bar);\nexport const bar = (b: number): number => b;\n";
  const versions = (source: string, inner = INNER): Versions => {
    const { outputs, diagnostics } = compileTexts({ "a.flow.ts": source, "inner.ts": inner });
    expect(diagnostics.map(({ messageText }) => messageText)).toEqual([]);
    const { nodes } = JSON.parse(outputs.get("out/a.flow.manifest.json")!) as Manifest;
    return Object.fromEntries(nodes.map(({ name, version }) => [name, version]));
  };
  const known = versions(DECLARED);
  const differing = (after: Versions): string[] => Object.keys(known).filter((name) => known[name] !== after[name]);
  const SCORE = ["score.raw", "score.rated", "score_raw", "score_low", "score"];

  test("each has one of its own", () => {
    expect(Object.keys(known)).toEqual([...SCORE, "baz.foo", "baz.bar", "baz.doubled", "baz", "plain"]);
    expect(new Set(Object.values(known)).size).toBe(10);
  });

  test.each([
    ["a step's helper", "RATE = 0.2", "RATE = 0.3", SCORE],
    ["a bound value", "by: 3", "by: 4", SCORE],
    ["a predicate", "x < 10", "x < 11", SCORE],
    ["the function", "x + 1", "x + 2", SCORE],
    ["what a subdag gives", "a: 1 }", "a: 2 }", ["baz.doubled", "baz"]],
    ["a function in a subdag", "2 * a", "3 * a", ["baz.doubled", "baz"]],
    ["a subdag's own function", "foo - doubled", "foo + doubled", ["baz.doubled", "baz"]],
  ])("%s changes those that it concerns", (_, text, replacement, expected) => {
    expect(DECLARED.split(text)).toHaveLength(2);
    expect(differing(versions(DECLARED.replace(text, replacement)))).toEqual(expected);
  });

  test("what an inner node reaches in its own file counts", () => {
    expect(differing(versions(DECLARED, INNER.replace("x / 2", "x / 3")))).toEqual(["baz.foo"]);
  });
});
