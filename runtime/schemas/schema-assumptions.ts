import type { JsonSchema } from "../manifest.js";

/**
 * What a check takes for true while it is still at it: that an object fits a definition, once it has
 * begun to look. That ends the walk over cyclic data. What an attempt assumed is dropped when it is
 * refuted; a choice that fitted without leaning on what stood before it, or that was refuted, is
 * settled for good, so that nested choices are not tried over and over.
 */
export class Assumptions {
  readonly #positions = new Map<object, Map<JsonSchema, number>>();
  readonly #trail: { readonly value: object; readonly schema: JsonSchema }[] = [];
  readonly #attempts: { readonly start: number; lowest: number }[] = [];
  readonly #settled = new Map<object, Map<JsonSchema, boolean>>();

  /** False if it is assumed already. */
  assume(value: object, schema: JsonSchema): boolean {
    const position = this.#positions.get(value)?.get(schema);
    const attempt = this.#attempts.at(-1);
    if (position !== undefined) {
      if (attempt !== undefined) attempt.lowest = Math.min(attempt.lowest, position);
      return false;
    }
    put(this.#positions, value, schema, this.#trail.length);
    this.#trail.push({ value, schema });
    return true;
  }

  /** A choice begins. */
  begin(): void {
    this.#attempts.push({ start: this.#trail.length, lowest: Infinity });
  }

  /** A branch of the choice is refuted. */
  drop(): void {
    const attempt = this.#attempts.at(-1)!;
    while (this.#trail.length > attempt.start) {
      const { value, schema } = this.#trail.pop()!;
      this.#positions.get(value)!.delete(schema);
    }
    attempt.lowest = Infinity;
  }

  /** The choice ends. */
  end(value: unknown, schema: JsonSchema, fits: boolean): void {
    const { start, lowest } = this.#attempts.pop()!;
    const outer = this.#attempts.at(-1);
    if (outer !== undefined) outer.lowest = Math.min(outer.lowest, lowest);
    if (typeof value === "object" && value !== null && (!fits || lowest >= start)) put(this.#settled, value, schema, fits);
  }

  settled(value: unknown, schema: JsonSchema): boolean | undefined {
    return typeof value === "object" && value !== null ? this.#settled.get(value)?.get(schema) : undefined;
  }
}

function put<T>(table: Map<object, Map<JsonSchema, T>>, value: object, schema: JsonSchema, entry: T): void {
  const row = table.get(value);
  if (row === undefined) table.set(value, new Map([[schema, entry]]));
  else row.set(schema, entry);
}
