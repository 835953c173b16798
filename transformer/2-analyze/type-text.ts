import type { Type, Types } from "../compilers/port.js";
import { sortedUnions } from "../compilers/sorted-unions.js";

/** What a type prints as: TypeScript puts `undefined` last in a union. */
export function withoutUndefined(text: string): string {
  const rest = text.replace(/ \| undefined$/, "");
  return rest !== text && /^\([^()]*(?:\([^()]*\)[^()]*)*\)$/.test(rest) ? rest.slice(1, -1) : rest;
}

/** A union, or a list of one, under no name: those that our own types give it say nothing to users. */
export function plainText(types: Types, type: Type): string {
  const shape = types.shapeOf(type);
  if (shape.kind === "union") return sortedUnions(shape.types.map((each) => plainText(types, each)).join(" | ")).replace("false | true", "boolean");
  if (shape.kind !== "array") return types.textOf(type);
  const element = plainText(types, shape.element);
  return element === types.textOf(shape.element) ? types.textOf(type) : `(${element})[]`;
}

/** The longest that a type's text stands in a manifest. */
const LIMIT = 1000;

export function shortened(text: string): string {
  return text.length <= LIMIT ? text : `${text.slice(0, LIMIT - 1)}…`;
}
