/** The schema of a type accepts its values and no others: by ajv, by our own interpreter, and by the Driver. */
import Ajv from "ajv/dist/2020";
import fc from "fast-check";
import { Builder, type JsonSchema, type Manifest } from "icosian";
import { checkSchema } from "../dist/runtime/schemas/check-schema";
import { codesOf, compileTexts, type Compilation } from "./compile";
import { fits, type Model, models, textOf, valuesAround } from "./type-model";

jest.setTimeout(120_000);

const cases = fc.array(models.chain((model) => fc.record({ model: fc.constant(model), values: fc.array(valuesAround(model), { minLength: 12, maxLength: 12 }) })), { minLength: 40, maxLength: 40 });

/** One module with an input `x0`, `x1`, … of each type. */
function manifestOf(types: readonly string[], declarations = ""): Manifest {
  const text = [declarations, ...types.map((type, index) => `export const n${index} = (x${index}: ${type}): void => void x${index};`)].join("\n");
  const compilation = compileTexts({ "a.flow.ts": text });
  expect(codesOf(compilation)).toEqual([]);
  return JSON.parse(compilation.outputs.get("out/a.flow.manifest.json")!) as Manifest;
}

const ajv = new Ajv({ strict: false, strictNumbers: false, ownProperties: true });

/** JSON knows no `undefined`: of a value that holds one, ajv is not asked. */
function holdsUndefined(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return value === undefined;
  return Object.values(value).some(holdsUndefined);
}

function driverAccepts(manifest: Manifest, index: number, value: unknown): boolean {
  const flow = { ...Object.fromEntries(manifest.nodes.map(({ name }) => [name, () => undefined])), $manifest: () => manifest };
  try {
    new Builder().withModules(flow).build().validateExecution([`n${index}`] as never, { inputs: { [`x${index}`]: value } } as never);
    return true;
  } catch {
    return false;
  }
}

test("random types and values: ajv, interpreter and Driver agree with the model", () => {
  const answers = { inside: 0, outside: 0 };
  fc.assert(
    fc.property(cases, (list) => {
      const manifest = manifestOf(list.map(({ model }) => textOf(model)));
      for (const [index, { model, values }] of list.entries()) {
        const { schema } = manifest.inputs[index]!;
        if (!schema) throw new Error(`No schema for ${textOf(model)}`);
        const validate = ajv.compile(schema);
        for (const value of values) {
          const expected = fits(model, value);
          answers[expected ? "inside" : "outside"]++;
          const given = {
            interpreter: checkSchema(schema, value, "x").length === 0,
            ajv: holdsUndefined(value) ? expected : validate(value),
            driver: value === undefined ? expected : driverAccepts(manifest, index, value),
          };
          if (given.interpreter !== expected || given.ajv !== expected || given.driver !== expected) {
            throw new Error(`${textOf(model)} ${expected ? "has" : "has not"} ${fc.stringify(value)}, but ${JSON.stringify(given)} by ${JSON.stringify(schema)}`);
          }
        }
      }
    }),
    // The thrown error tells all: to shrink would compile hundreds of modules.
    { numRuns: 6, endOnFailure: true },
  );
  expect(Math.min(answers.inside, answers.outside)).toBeGreaterThan(200);
});

test("the model agrees with TypeScript", () => {
  const list = fc.sample(cases, 3).flat().flatMap(({ model, values }) => values.map((value) => ({ model, value, type: typeOfValue(value) })));
  // Left out are values that no literal type says; objects without a required property, which TypeScript
  // holds to a rule of its own; and names that every object inherits.
  const samples = list.filter(({ model, type }) => type !== undefined && !hasWeakType(model) && !/"(?:constructor|toString)"/.test(textOf(model) + type));
  expect(samples.length).toBeGreaterThan(200);
  const lines = samples.map(({ model, type }, index) => `declare const from${index}: ${type}; const to${index}: ${textOf(model)} = from${index};`);
  const { diagnostics }: Compilation = compileTexts({ "a.ts": [...lines, "export {};"].join("\n") }, { plugin: false });
  const refused = new Set(diagnostics.map(({ file, start }) => file!.getLineAndCharacterOfPosition(start!).line));
  const wrong = samples.filter(({ model, value }, index) => fits(model, value) === refused.has(index));
  expect(wrong.map(({ model, type }) => `${textOf(model)} = ${type}`)).toEqual([]);
});

/** The type that has this value alone, as text. */
function typeOfValue(value: unknown): string | undefined {
  if (Array.isArray(value)) return together(value.map(typeOfValue), (types) => `[${types.join(", ")}]`);
  if (typeof value === "object" && value !== null) {
    const names = Object.keys(value);
    return together(Object.values(value).map(typeOfValue), (types) => `{ ${types.map((type, index) => `${JSON.stringify(names[index])}: ${type}`).join("; ")} }`);
  }
  return value === undefined || (typeof value === "number" && !Number.isFinite(value)) ? undefined : JSON.stringify(value);
}

function together(types: readonly (string | undefined)[], write: (types: readonly string[]) => string): string | undefined {
  return types.every((each) => each !== undefined) ? write(types) : undefined;
}

function hasWeakType(model: Model): boolean {
  switch (model.kind) {
    case "union":
      return model.members.some(hasWeakType);
    case "array":
    case "record":
      return hasWeakType(model.element);
    case "tuple":
      return [...model.elements, ...(model.rest ? [model.rest] : [])].some(hasWeakType);
    case "object":
      return Object.values(model.properties).every(({ optional }) => optional) || Object.values(model.properties).some(({ type }) => hasWeakType(type));
    default:
      return false;
  }
}

test("a type with any part that JSON Schema cannot say has none", () => {
  const unsayable = fc.constantFrom("Date", "Map<string, number>", "() => void", "bigint", "symbol", "RegExp", "Promise<number>[]");
  const around = fc.constantFrom<(inner: string, other: string) => string>(
    (inner) => inner,
    (inner) => `(${inner})[]`,
    (inner) => `{ a: number; b: ${inner} }`,
    (inner) => `{ a: number; b?: ${inner} }`,
    (inner, other) => `[${other}, (${inner})?]`,
    (inner) => `{ [key: string]: ${inner} }`,
    (inner, other) => `{ c: ${other} } | (${inner})`,
  );
  const types = fc.sample(fc.tuple(unsayable, around, around, models), 60).map(([inner, first, second, model]) => second(`(${first(inner, textOf(model))})`, textOf(model)));
  const { inputs } = manifestOf(types);
  expect(inputs.filter(({ schema }) => schema).map(({ type, schema }) => [type, schema])).toEqual([]);
});

test.each([
  ["{ length: number }", "[1]"],
  ["{ length: number; a?: string }", "[1]"],
  ["{ length?: number; a?: string }", "[1]"],
  ["{ name: string }", "(function f() {})"],
  ["{ 0: number }", "[1] as [number]"],
  ["{ 1: number; a?: boolean }", "[0, 1] as [number, number]"],
])("%s, which %s has as well, has none", (type, value) => {
  expect(manifestOf([type]).inputs[0]).not.toHaveProperty("schema");
  expect(codesOf(compileTexts({ "a.ts": `export const value: ${type} = (() => ${value})();` }, { plugin: false }))).toEqual([]);
});

test.each(["{ length: number; a: string }", "{ 0: number; a: string }", "{ a?: string }"])("%s, which only objects have, has one", (type) => {
  expect(manifestOf([type]).inputs[0]).toHaveProperty("schema.type", "object");
  expect(codesOf(compileTexts({ "a.ts": `export const value: ${type} = (() => [1] as [number])();` }, { plugin: false }))).toHaveLength(1);
});

const DECLARATIONS = `
export interface Tree { value: number; children: Tree[] }
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type List<T> = { head: T; tail: List<T> } | null;
export interface Even { odd?: Odd } export interface Odd { even: Even }
export enum Colour { Red, Green = 5 } export enum Word { Yes = "yes", No = "no" }
`;

const tree: JsonSchema = { $ref: "#/$defs/Tree", $defs: { Tree: { type: "object", properties: { value: { type: "number" }, children: { type: "array", items: { $ref: "#/$defs/Tree" } } }, required: ["value", "children"] } } };

const table: readonly (readonly [type: string, schema: JsonSchema | undefined, inside: readonly unknown[], outside: readonly unknown[]])[] = [
  ["Tree", tree, [{ value: 1, children: [{ value: 2, children: [] }] }], [{ value: 1, children: [{ value: "2", children: [] }] }, { value: 1 }]],
  ["List<number>", undefined, [null, { head: 1, tail: null }, { head: 1, tail: { head: 2, tail: null } }], [{ head: 1 }, { head: 1, tail: { head: "2", tail: null } }]],
  ["Json", undefined, ["a", 1, null, [[[]]], { a: { b: [1, { c: null }] } }, { a: undefined }], [[undefined], { a: () => 1 }, 1n]],
  ["Even", undefined, [{}, { odd: { even: { odd: { even: {} } } } }], [{ odd: {} }, { odd: { even: { odd: { even: 1 } } } }]],
  ["Colour", { enum: [0, 5] }, [0, 5], [1, "Red", null]],
  ["Word", { enum: ["no", "yes"] }, ["yes", "no"], ["Yes", 0]],
  ["Record<'a' | 'b', number>", { type: "object", properties: { a: { type: "number" }, b: { type: "number" } }, required: ["a", "b"] }, [{ a: 1, b: 2, c: 3 }], [{ a: 1 }]],
  ["Partial<{ a: number }>", { type: "object", properties: { a: { type: "number" } } }, [{}, { a: 1 }, { a: undefined }], [{ a: null }, [], 1]],
  ["[number, string?, ...boolean[]]", { type: "array", prefixItems: [{ type: "number" }, { type: "string" }], items: { type: "boolean" }, minItems: 1 }, [[1], [1, "a", true]], [[], [1, true], [1, "a", 1]]],
  ["unknown", {}, [1, null, [undefined]], []],
  ["{ a: 1 } & { b: 'x' }", { type: "object", properties: { a: { enum: [1] }, b: { enum: ["x"] } }, required: ["a", "b"] }, [{ a: 1, b: "x" }], [{ a: 1 }, { a: 2, b: "x" }]],
  ["boolean | null", { anyOf: [{ type: "boolean" }, { type: "null" }] }, [true, null], [0, "true"]],
];

describe("types beyond the model", () => {
  const manifest = manifestOf(table.map(([type]) => type), DECLARATIONS);

  test.each(table.map(([type, schema, inside, outside], index) => ({ type, schema, inside, outside, index })))("$type", ({ schema: expected, inside, outside, index }) => {
    const { schema } = manifest.inputs[index]!;
    if (expected) expect(schema).toEqual(expected);
    const validate = ajv.compile(schema!);
    for (const [values, answer] of [[inside, true], [outside, false]] as const) {
      const answers = values.map((value) => [checkSchema(schema!, value, "x").length === 0, holdsUndefined(value) ? answer : validate(value), driverAccepts(manifest, index, value)]);
      expect(answers).toEqual(values.map(() => [answer, answer, answer]));
    }
  });
});
