import type { Type, Types } from "../compilers/port.js";
import type { Consumer } from "../model.js";
import type { Schemas } from "./schema.js";

/** The consumers whose types together say what all of them ask: a type that another one implies is left out. */
export function narrowest(types: Types, schemas: Schemas, consumers: readonly Consumer[]): Consumer[] {
  let kept: Consumer[] = [];
  for (const each of consumers) {
    const { type, isGeneric } = each.dependency;
    if (isGeneric || kept.some(({ dependency }) => implies(dependency.type, type))) continue;
    kept = [...kept.filter(({ dependency }) => !implies(type, dependency.type)), each];
  }
  return kept;

  /** Assignability alone does not imply: `{ a: 1 }` fits `{ a: number; b?: string }` and says nothing of `b`. */
  function implies(narrow: Type, wide: Type): boolean {
    if (narrow === wide || types.isAny(wide)) return true;
    if (types.isAny(narrow) || !types.isAssignable(narrow, wide)) return false;
    return !hasMembers(wide) || !hasMembers(narrow) || isSame(schemas.schemaOf(narrow), schemas.schemaOf(wide));
  }

  function hasMembers(type: Type): boolean {
    const shape = types.shapeOf(type);
    if (shape.kind === "union") return shape.types.some(hasMembers);
    if (shape.kind === "array") return hasMembers(shape.element);
    if (shape.kind === "tuple") return shape.elements.some(({ type }) => hasMembers(type));
    return shape.kind === "object" || shape.kind === "other";
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
