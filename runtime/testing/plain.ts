/** What JSON can say. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

const MOST_DEPTH = 100;

/**
 * Transform any value Into plain data, so that it can be kept as it is now, printed and compared. What JSON has no word
 * for stands in brackets:
 *
 *     NaN                          "[NaN]"
 *     new Date(0)                  "[Date 1970-01-01T00:00:00.000Z]"
 *     new Map([["a", 1]])          { "[Map]": [["a", 1]] }
 *     new Point(1, 2)              { "[Point]": { "x": 1, "y": 2 } }
 */
export function toPlain(value: unknown, around: readonly object[] = []): Plain {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0) ? value : `[${Object.is(value, -0) ? "-0" : value}]`;
    case "bigint":
      return `[${value}n]`;
    case "function":
      return `[Function ${value.name || "anonymous"}]`;
    case "object":
      return value === null ? null : plainObject(value, around);
    default:
      return `[${String(value)}]`;
  }
}

function plainObject(value: object, around: readonly object[]): Plain {
  if (around.includes(value)) return "[Circular]";
  if (around.length >= MOST_DEPTH) return "[deeper]";
  const inside = [...around, value];
  const plain = (member: unknown): Plain => toPlain(member, inside);
  try {
    if (Array.isArray(value)) return Array.from(value, plain);
    if (value instanceof Date) return `[Date ${Number.isNaN(value.getTime()) ? "Invalid" : value.toISOString()}]`;
    if (value instanceof Error) return `[${value.name}: ${value.message}]`;
    if (value instanceof RegExp || value instanceof URL) return `[${className(value)} ${String(value)}]`;
    if (value instanceof Promise) return "[Promise]";
    if (value instanceof Map) return { "[Map]": [...value].map(plain) };
    if (value instanceof Set) return { "[Set]": [...value].map(plain) };
    if (ArrayBuffer.isView(value) && Symbol.iterator in value) return { [`[${className(value)}]`]: Array.from(value as unknown as Iterable<unknown>, plain) };
    const members = Object.fromEntries(Object.keys(value).map((key) => [key, readPlain(value, key, plain)]));
    const name = className(value);
    return name === "Object" ? members : { [`[${name}]`]: members };
  } catch {
    return "[unreadable]"; // a proxy that throws
  }
}

function readPlain(object: object, key: string, plain: (member: unknown) => Plain): Plain {
  try {
    return plain((object as Record<string, unknown>)[key]);
  } catch {
    return "[throws]"; // a getter
  }
}

function className(value: object): string {
  const name: unknown = (Object.getPrototypeOf(value) as { constructor?: { name?: unknown } } | null)?.constructor?.name;
  return typeof name === "string" && name !== "" ? name : "Object";
}
