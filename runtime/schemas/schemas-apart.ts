import { definitionName } from "./describe.js";
import type { JsonSchema } from "../manifest.js";

/** Whether no JSON value can fit both: judged by the types at the top alone, hence never a false alarm. */
export function schemasApart(one: JsonSchema | undefined, other: JsonSchema | undefined): boolean {
  const some = one && topTypes(one);
  const others = other && topTypes(other);
  return some !== undefined && others !== undefined && ![...some].some((type) => others.has(type));
}

/** The types that a value of the schema may have; nothing where the top does not tell. */
function topTypes(root: JsonSchema): Set<string> | undefined {
  const types = new Set<string>();
  const seen = new Set<JsonSchema>();
  const stack = [root];
  while (stack.length > 0) {
    const schema = stack.pop()!;
    if (seen.has(schema)) continue;
    seen.add(schema);
    if (schema.type !== undefined) types.add(schema.type);
    else if (schema.enum !== undefined) for (const value of schema.enum) types.add(value === null ? "null" : typeof value);
    else if (schema.anyOf !== undefined) stack.push(...schema.anyOf);
    else {
      const name = schema.$ref === undefined ? undefined : definitionName(schema.$ref);
      const target = name !== undefined && root.$defs !== undefined && Object.hasOwn(root.$defs, name) ? root.$defs[name] : undefined;
      if (target === undefined) return undefined;
      stack.push(target);
    }
  }
  return types;
}
