export interface ItemHandlers {
  /** What stands for each item; what it throws ends the iteration. */
  readonly each?: (item: unknown) => unknown;
  /** What the last item is, where the iteration fails. */
  readonly failed?: (error: unknown) => unknown;
}

/**
 * Transform what a node iterates that opens a block Into the same with handlers at its items: still not begun, still
 * as lazy, and iterable as often as before. What cannot be iterated stays as it is.
 */
export function handleItems(whole: unknown, { each = (item) => item, failed = rethrow }: ItemHandlers): unknown {
  const isSync = hasMethod(whole, Symbol.iterator);
  const isAsync = hasMethod(whole, Symbol.asyncIterator);
  if (!isSync && !isAsync) return whole;
  if (hasMethod(whole, "next")) return isSync ? items() : itemsOverTime();
  return { ...(isSync && { [Symbol.iterator]: items }), ...(isAsync && { [Symbol.asyncIterator]: itemsOverTime }) };

  function* items(): Generator<unknown, void> {
    try {
      for (const item of whole as Iterable<unknown>) yield each(item);
    } catch (error) {
      yield failed(error);
    }
  }

  async function* itemsOverTime(): AsyncGenerator<unknown, void> {
    try {
      for await (const item of whole as AsyncIterable<unknown>) yield each(item);
    } catch (error) {
      yield failed(error);
    }
  }
}

function hasMethod(value: unknown, name: PropertyKey): boolean {
  return value !== null && value !== undefined && typeof (value as Record<PropertyKey, unknown>)[name] === "function";
}

function rethrow(error: unknown): never {
  throw error;
}
