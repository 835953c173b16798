/** A name for a run that no other has. */
export function newRunId(): string {
  // Pages that are not secure have no `randomUUID`.
  return globalThis.crypto?.randomUUID?.() ?? `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}-${(count++).toString(36)}`;
}

let count = 0;
