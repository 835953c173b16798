import { setOwn } from "./own-property.js";
import type { Plan } from "./plan.js";

/** From this many on, properties that come one at a time make of every object a hash table in the end, and that by a slow way. */
const MANY = 50;

/** The values of the final vars, by name. */
export function toResults({ finalVars, finalSlots }: Plan, values: readonly unknown[]): object {
  const isLarge = finalVars.length >= MANY;
  // Without a prototype it is a hash table from the start.
  const results = (isLarge ? Object.create(null) : {}) as object;
  for (let index = 0; index < finalVars.length; index++) setOwn(results, finalVars[index]!, values[finalSlots[index]!]);
  return isLarge ? Object.setPrototypeOf(results, Object.prototype) : results;
}
