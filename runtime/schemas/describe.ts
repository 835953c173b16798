import type { JsonSchema } from "../manifest.js";

/** What a schema allows, in a few words: `string`, `"a" | "b"`, `array or null`. */
export function describeSchema(schema: JsonSchema): string {
  if (schema.enum !== undefined) return shorten(schema.enum.map((value) => JSON.stringify(value)).join(" | "));
  if (schema.type !== undefined) return schema.type;
  if (schema.$ref !== undefined) return definitionName(schema.$ref);
  if (schema.anyOf === undefined) return "another value";
  return shorten([...new Set(schema.anyOf.map((branch) => (branch.anyOf === undefined ? describeSchema(branch) : "another value")))].join(" or "));
}

/** What a value is, in a few words, without looking inside objects: `5`, `"abc"`, `array`. */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case "string":
      return shorten(JSON.stringify(value), 40);
    case "bigint":
      return shorten(`${value}n`, 40);
    case "object":
      return value === null ? "null" : isArray(value) ? "array" : "object";
    case "symbol":
    case "function":
      return typeof value;
    default:
      return String(value);
  }
}

/** `NAME` of `#/$defs/NAME`. */
export function definitionName(ref: string): string {
  return ref.slice("#/$defs/".length);
}

/** `rows[3].name` from `rows`, 3 and `name`. */
export function joinPath(root: string, keys: readonly (string | number)[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === "number") return `${path}[${key}]`;
    return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
  }, root);
}

function isArray(value: object): boolean {
  try {
    return Array.isArray(value);
  } catch {
    return false; // a revoked proxy
  }
}

function shorten(text: string, most = 120): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
