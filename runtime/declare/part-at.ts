/** What stands in a value at the end of a path; nothing, where the path leads nowhere or cannot be read. */
export function partAt(value: unknown, path: readonly PropertyKey[]): unknown {
  try {
    return path.reduce<unknown>((part, key) => (part === null || part === undefined ? undefined : (part as Record<PropertyKey, unknown>)[key]), value);
  } catch {
    return undefined; // a getter or a proxy threw
  }
}
