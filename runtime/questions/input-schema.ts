import type { JsonSchema } from "../manifest.js";
import { definitionName } from "../schemas/describe.js";
import { setOwn } from "../own-property.js";
import type { Plan } from "../plan.js";

/** A JSON Schema (draft 2020-12) of the inputs that a request still needs. */
export interface InputSchema {
  readonly $schema: "https://json-schema.org/draft/2020-12/schema";
  readonly type: "object";
  /** An input whose type JSON Schema cannot say allows everything here. */
  readonly properties: Readonly<Record<string, object>>;
  readonly required: readonly string[];
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

export function inputSchema(plan: Plan): InputSchema {
  const properties = {};
  const required: string[] = [];
  const definitions = new Definitions();
  plan.given.forEach(({ name, vertex, giver, requiredBy }, slot) => {
    if (vertex?.kind !== "input" || (giver !== "nobody" && giver !== "default")) return;
    const schemas = vertex.schemas.map((schema) => definitions.adopt(schema));
    const schema = schemas.length > 1 ? { allOf: schemas } : schemas[0];
    const doc = vertex.declared?.doc;
    setOwn(properties, name, { ...schema, ...(doc !== undefined && { description: doc }) });
    if (giver === "default") return;
    if (requiredBy !== -1 || plan.finalSlots.includes(slot)) required.push(name);
  });
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    properties,
    required,
    ...(definitions.size > 0 && { $defs: definitions.toRecord() }),
  };
}

/** The `$defs` of several schemas in one: equal ones are shared, others that would clash get a new name. */
class Definitions {
  readonly #texts = new Map<string, string>();

  get size(): number {
    return this.#texts.size;
  }

  /** The schema without its own `$defs`, its references turned to those of the whole. */
  adopt({ $defs, ...schema }: JsonSchema): JsonSchema {
    const own = Object.entries($defs ?? {});
    const names = new Map<string, string>();
    // Definitions refer to each other: they keep their names together, or get new ones together.
    for (let suffix = 1; ; suffix++) {
      for (const [name] of own) names.set(name, suffix === 1 ? name : `${name}_${suffix}`);
      const texts = own.map(([name, definition]) => [names.get(name)!, rename(definition, names)] as const);
      if (texts.some(([name, text]) => (this.#texts.get(name) ?? text) !== text)) continue;
      for (const [name, text] of texts) this.#texts.set(name, text);
      return JSON.parse(rename(schema, names)) as JsonSchema;
    }
  }

  toRecord(): Record<string, JsonSchema> {
    const record = {};
    for (const [name, text] of this.#texts) setOwn(record, name, JSON.parse(text));
    return record;
  }
}

function rename(schema: JsonSchema, names: ReadonlyMap<string, string>): string {
  return JSON.stringify(schema, (key, value: unknown) => {
    // A property that is named `$ref` has an object here.
    if (key !== "$ref" || typeof value !== "string") return value;
    const name = definitionName(value);
    return `#/$defs/${names.get(name) ?? name}`;
  });
}
