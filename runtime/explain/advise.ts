/** What to do about a value of the wrong kind, for the end of a message that says what form it should have; nothing if that is plain. */
export function advise(form: string, value: unknown): string {
  if (value instanceof Promise) return " Await it first.";
  if (value instanceof Map) return " Object.fromEntries makes an object of it.";
  if (form === "a name" && typeof value === "function") return " Give the function's name.";
  if (form === "a module" && Array.isArray(value)) return " Spread it: withModules(...modules).";
  return "";
}
