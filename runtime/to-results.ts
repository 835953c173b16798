import { setOwn } from "./own-property.js";
import type { Plan } from "./plan.js";

/** Up to this many, the properties that JSON.parse gives an object have a shape, which engines share and copy at once. */
const MOST_SHAPED = 127;

/** What the results of each run start as: a property for each final var. Nothing where those are too many for a shape. */
export function blankResults(finalVars: readonly string[]): object | undefined {
  if (finalVars.length > MOST_SHAPED) return undefined;
  return JSON.parse(JSON.stringify(Object.fromEntries(finalVars.map((name) => [name, null])))) as object;
}

/** The values of the final vars, by name. */
export function toResults({ finalVars, finalSlots, blank }: Plan, values: readonly unknown[]): object {
  // Without a prototype it is a hash table from the start. Properties that come one at a time would make one of it as well, by a slow way.
  const results = blank === undefined ? (Object.create(null) as object) : { ...blank };
  for (let index = 0; index < finalVars.length; index++) setOwn(results, finalVars[index]!, values[finalSlots[index]!]);
  return blank === undefined ? Object.setPrototypeOf(results, Object.prototype) : results;
}
