/**
 * Transform types Into JSON Schema, in the subset of the manifest: exactly, or not at all. A type that
 * contains itself goes to `$defs`.
 */
import type { Property, Shape, TupleElement, Type, Types } from "../compilers/port.js";
import type { JsonSchema } from "../../runtime/manifest.js";
import { COLLECT, itemOf } from "./brands.js";
import { unionSchema } from "./union-schema.js";

export interface Schemas {
  /** Undefined where JSON Schema cannot say the type; `optional` leaves `undefined` out of it. */
  schemaOf(type: Type, optional?: boolean): JsonSchema | undefined;
}

/** Types that are larger than this are left without a schema. */
const LIMIT = 2000;

export function createSchemas(types: Types): Schemas {
  const known = new Map<Type, JsonSchema | undefined>();
  const knownOptional = new Map<Type, JsonSchema | undefined>();
  return {
    schemaOf(type, optional = false) {
      const cache = optional ? knownOptional : known;
      if (!cache.has(type)) cache.set(type, schemaOf(types, type, optional));
      return cache.get(type);
    },
  };
}

function schemaOf(types: Types, root: Type, optional: boolean): JsonSchema | undefined {
  const definitions = new Map<Type, { name: string; schema?: JsonSchema }>();
  const underWay = new Set<Type>();
  const names = new Set<string>();
  let size = 0;

  const schema = write(root, optional);
  if (!schema) return undefined;
  const used = [...definitions.values()].map(({ name, schema }) => [name, schema!] as const);
  return used.length === 0 ? schema : { ...schema, $defs: Object.fromEntries(used) };

  /** Undefined as soon as any part cannot be said. */
  function write(type: Type, optional = false): JsonSchema | undefined {
    const definition = definitions.get(type);
    if (definition) return { $ref: `#/$defs/${definition.name}` };
    if (underWay.has(type)) {
      const name = freshName(types.nameOf(type) ?? "Type");
      definitions.set(type, { name });
      return { $ref: `#/$defs/${name}` };
    }
    if (++size > LIMIT) return undefined;
    underWay.add(type);
    const shape = types.shapeOf(type);
    const collected = shape.kind === "object" && shape.hasMore ? itemOf(types, type, COLLECT) : undefined;
    const schema = collected ? writeArray(collected) : writeShape(shape, optional);
    underWay.delete(type);
    const recursive = definitions.get(type);
    if (!recursive || !schema) return schema;
    recursive.schema = schema;
    return { $ref: `#/$defs/${recursive.name}` };
  }

  function writeShape(shape: Shape, optional: boolean): JsonSchema | undefined {
    switch (shape.kind) {
      case "any":
      case "unknown":
        return {};
      case "string":
      case "number":
      case "boolean":
      case "null":
        return { type: shape.kind };
      case "literal":
        return { enum: [shape.value] };
      case "union":
        return unionSchema(types, shape.types, optional, write);
      case "array":
        return writeArray(shape.element);
      case "tuple":
        return writeTuple(shape.elements);
      case "object":
        return writeObject(shape);
      default:
        return undefined;
    }
  }

  function writeArray(element: Type): JsonSchema | undefined {
    const items = write(element);
    return items && { type: "array", items };
  }

  function writeTuple(elements: readonly TupleElement[]): JsonSchema | undefined {
    const rest = elements.at(-1)?.kind === "rest" ? elements.at(-1) : undefined;
    const fixed = rest ? elements.slice(0, -1) : elements;
    if (fixed.some(({ kind }) => kind === "rest" || kind === "variadic")) return undefined;
    const prefixItems = all(fixed, ({ type, kind }) => write(type, kind === "optional"));
    const items = rest ? write(rest.type) : false;
    if (!prefixItems || items === undefined) return undefined;
    const minItems = fixed.filter(({ kind }) => kind === "required").length;
    return { type: "array", ...(fixed.length > 0 && { prefixItems }), items, ...(minItems > 0 && { minItems }) };
  }

  function writeObject({ properties, index, hasMore }: Shape & { kind: "object" }): JsonSchema | undefined {
    if (hasMore || !(index ? isStrict(index) : tellObjects(properties))) return undefined;
    if (properties.some((each) => !each.optional && admitsUndefined(each.type))) return undefined;
    const written = all(properties, ({ type, optional }) => write(type, optional));
    const additionalProperties = index && write(index);
    if (!written || (index && !additionalProperties)) return undefined;
    const required = properties.filter((each) => !each.optional).map(({ name }) => name);
    return {
      type: "object",
      ...(properties.length > 0 && { properties: Object.fromEntries(properties.map(({ name }, at) => [name, written[at]!])) }),
      ...(required.length > 0 && { required }),
      ...(additionalProperties && Object.keys(additionalProperties).length > 0 && { additionalProperties }),
    };
  }

  /** With an index of type `any`, every array and function fits as well. */
  function isStrict(index: Type): boolean {
    return types.shapeOf(index).kind !== "any";
  }

  /** JSON Schema cannot tell a property that is there and undefined from one that is not. */
  function admitsUndefined(type: Type): boolean {
    const { kind } = types.shapeOf(type);
    return kind === "any" || kind === "unknown";
  }

  function freshName(wanted: string): string {
    let name = wanted.replace(/[^\w$.-]/g, "_");
    for (let count = 2; names.has(name); count++) name = `${wanted}${count}`;
    names.add(name);
    return name;
  }
}

/**
 * An object type with nothing else than what strings, arrays, tuples or functions have as well admits more than objects. Of
 * properties that may all be left out, TypeScript wants one at least to be there.
 */
function tellObjects(properties: readonly Property[]): boolean {
  const required = properties.filter(({ optional }) => !optional);
  return required.length > 0 ? required.some(isOfObjectsAlone) : properties.length > 0 && properties.every(isOfObjectsAlone);
}

function isOfObjectsAlone({ name }: Property): boolean {
  return !/^(?:length|name|0|[1-9]\d*)$/.test(name);
}

function all<T>(list: readonly T[], write: (item: T) => JsonSchema | undefined): JsonSchema[] | undefined {
  const written = list.map(write);
  return written.every((each) => each !== undefined) ? written : undefined;
}
