/** A model of TypeScript's types of plain data, small enough to be its own oracle: how each is written, and which values it has. */
import fc from "fast-check";

export type Model =
  | { readonly kind: "string" | "number" | "boolean" | "null" }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "union"; readonly members: readonly Model[] }
  | { readonly kind: "array"; readonly element: Model; readonly isReadonly: boolean }
  | { readonly kind: "tuple"; readonly elements: readonly Model[]; readonly required: number; readonly rest: Model | undefined }
  | { readonly kind: "object"; readonly properties: Readonly<Record<string, { readonly type: Model; readonly optional: boolean }>> }
  | { readonly kind: "record"; readonly element: Model };

const NAMES = ["a", "b", "c", "a-b", "with space", "constructor", "toString", "1a"];
const literal = fc.constantFrom<string | number | boolean>("a", "b", "", "a'b\"\\", 0, 1, -1, 2.5, true, false);

export const models: fc.Arbitrary<Model> = fc.letrec<{ type: Model }>((tie) => ({
  type: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.record({ kind: fc.constantFrom("string", "number", "boolean", "null") }),
    literal.map((value) => ({ kind: "literal", value }) as const),
    fc.array(tie("type"), { minLength: 2, maxLength: 4 }).map((members) => ({ kind: "union", members }) as const),
    fc.record({ kind: fc.constant("array" as const), element: tie("type"), isReadonly: fc.boolean() }),
    fc.tuple(fc.array(tie("type"), { maxLength: 3 }), fc.nat(3), fc.option(tie("type"), { nil: undefined })).map(([elements, required, rest]) => ({ kind: "tuple", elements, required: Math.min(required, elements.length), rest }) as const),
    fc.dictionary(fc.constantFrom(...NAMES), fc.record({ type: tie("type"), optional: fc.boolean() }), { minKeys: 1, maxKeys: 4, noNullPrototype: true }).map((properties) => ({ kind: "object", properties }) as const),
    fc.record({ kind: fc.constant("record" as const), element: tie("type") }),
  ),
})).type;

export function textOf(model: Model): string {
  switch (model.kind) {
    case "literal":
      return JSON.stringify(model.value);
    case "union":
      return model.members.map((each) => `(${textOf(each)})`).join(" | ");
    case "array":
      return `${model.isReadonly ? "readonly " : ""}(${textOf(model.element)})[]`;
    case "tuple": {
      const elements = model.elements.map((each, index) => `(${textOf(each)})${index < model.required ? "" : "?"}`);
      return `[${[...elements, ...(model.rest ? [`...(${textOf(model.rest)})[]`] : [])].join(", ")}]`;
    }
    case "object":
      return `{ ${Object.entries(model.properties).map(([name, { type, optional }]) => `${JSON.stringify(name)}${optional ? "?" : ""}: ${textOf(type)}`).join("; ")} }`;
    case "record":
      return `{ [key: string]: ${textOf(model.element)} }`;
    default:
      return model.kind;
  }
}

/** Whether a value is of the type; a property that is `undefined` counts as absent, as JSON has it. */
export function fits(model: Model, value: unknown): boolean {
  switch (model.kind) {
    case "null":
      return value === null;
    case "literal":
      return value === model.value;
    case "union":
      return model.members.some((each) => fits(each, value));
    case "array":
      return Array.isArray(value) && value.every((each) => fits(model.element, each));
    case "tuple": {
      const { elements, required, rest } = model;
      if (!Array.isArray(value) || value.length < required || (!rest && value.length > elements.length)) return false;
      return value.every((each, index) => (index < elements.length ? (index >= required && each === undefined) || fits(elements[index]!, each) : fits(rest!, each)));
    }
    case "object":
      return isObject(value) && Object.entries(model.properties).every(([name, { type, optional }]) => (own(value, name) === undefined ? optional : fits(type, own(value, name))));
    case "record":
      return isObject(value) && Object.values(value).every((each) => each === undefined || fits(model.element, each));
    default:
      return typeof value === model.kind;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/** Values of a type. */
export function valuesOf(model: Model): fc.Arbitrary<unknown> {
  switch (model.kind) {
    case "string":
      return fc.oneof(fc.constantFrom("a", "", "x"), fc.string());
    case "number":
      return fc.oneof(fc.constantFrom(0, 1, -1, 2.5, NaN, Infinity), fc.integer());
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "literal":
      return fc.constant(model.value);
    case "union":
      return fc.oneof(...model.members.map(valuesOf));
    case "array":
      return fc.array(valuesOf(model.element), { maxLength: 3 });
    case "tuple":
      return fc
        .tuple(fc.tuple(...model.elements.map(valuesOf)), fc.nat(model.elements.length - model.required), model.rest ? fc.array(valuesOf(model.rest), { maxLength: 2 }) : fc.constant([]))
        .map(([elements, left, rest]) => (left > 0 ? elements.slice(0, elements.length - left) : [...elements, ...rest]));
    case "object": {
      const required = Object.entries(model.properties).flatMap(([name, { optional }]) => (optional ? [] : [name]));
      return fc.record(Object.fromEntries(Object.entries(model.properties).map(([name, { type }]) => [name, valuesOf(type)])), { requiredKeys: required, noNullPrototype: true });
    }
    case "record":
      return fc.dictionary(fc.constantFrom(...NAMES, "z"), valuesOf(model.element), { maxKeys: 3, noNullPrototype: true });
  }
}

const STRANGERS: readonly unknown[] = ["a", "other", 0, 7, true, null, undefined, [], {}, ["a"], { a: 1 }, { z: null }];

/** Values of the type, values that differ from one in one place, and values of anything. */
export function valuesAround(model: Model): fc.Arbitrary<unknown> {
  const inside = valuesOf(model);
  return fc.oneof(
    inside,
    fc.tuple(inside, fc.array(fc.nat(5), { maxLength: 3 }), fc.constantFrom(...STRANGERS)).map(([value, path, stranger]) => replaced(value, path, stranger)),
    fc.constantFrom(...STRANGERS),
    models.chain(valuesOf),
  );
}

/** The value with a stranger at the place to which the path of indices leads, or one past the end. */
function replaced(value: unknown, [step, ...path]: readonly number[], stranger: unknown): unknown {
  if (step === undefined || typeof value !== "object" || value === null) return stranger;
  if (Array.isArray(value)) {
    const index = Math.min(step, value.length);
    return [...(value as unknown[]).slice(0, index), replaced(value[index] as unknown, path, stranger), ...(value as unknown[]).slice(index + 1)];
  }
  const names = Object.keys(value);
  const name = names[step] ?? NAMES[step]!;
  return { ...value, [name]: replaced(own(value, name), path, stranger) };
}
