/** What was thrown, for the end of a sentence. */
export function tellCause(cause: unknown): string {
  try {
    return String(cause instanceof Error ? cause.message || cause.name : cause).replace(/\.$/, "");
  } catch {
    return "it threw a value that cannot be shown";
  }
}
