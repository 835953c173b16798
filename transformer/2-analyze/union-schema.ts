import type { Type, Types } from "../compilers/port.js";
import type { JsonSchema } from "../../runtime/manifest.js";

/** A union: its literals as one `enum`, the rest as alternatives, in an order that no compiler decides. */
export function unionSchema(types: Types, members: readonly Type[], optional: boolean, write: (type: Type) => JsonSchema | undefined): JsonSchema | undefined {
  const literals: (string | number | boolean)[] = [];
  const others: Type[] = [];
  for (const member of members) {
    const shape = types.shapeOf(member);
    if (shape.kind === "literal") literals.push(shape.value);
    else if (shape.kind !== "undefined" || !optional) others.push(member);
  }
  const alternatives: JsonSchema[] = [];
  for (const other of others) {
    const schema = write(other);
    if (!schema) return undefined;
    alternatives.push(schema);
  }
  if (literals.includes(true) && literals.includes(false)) alternatives.push({ type: "boolean" });
  const values = alternatives.some(({ type }) => type === "boolean") ? literals.filter((each) => typeof each !== "boolean") : literals;
  if (values.length > 0) alternatives.push({ enum: values.sort(byKindAndValue) });
  return alternatives.length === 1 ? alternatives[0] : { anyOf: sorted(alternatives) };
}

function sorted(schemas: readonly JsonSchema[]): JsonSchema[] {
  return schemas.map((schema) => [JSON.stringify(schema), schema] as const).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, schema]) => schema);
}

function byKindAndValue(a: string | number | boolean, b: string | number | boolean): number {
  if (typeof a !== typeof b) return typeof a < typeof b ? -1 : 1;
  return a < b ? -1 : 1;
}
