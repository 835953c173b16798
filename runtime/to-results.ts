import type { Plan } from "./plan.js";

/** Up to this many, the properties that JSON.parse gives an object have a shape, which engines share and copy at once. */
const MOST_SHAPED = 127;

/** The values of the final vars, by name. */
export function toResults(plan: Plan, values: readonly unknown[]): object {
  const { finalVars, finalSlots } = plan;
  if (plan.runs++ === 1 && finalVars.length <= MOST_SHAPED) plan.blank = blankResults(finalVars);
  const { blank } = plan;
  // Without a prototype it is a hash table from the start. Properties that come one at a time would make one of it as well, by a slow way.
  const results = (blank === undefined ? Object.create(null) : { ...blank }) as Record<string, unknown>;
  for (let index = 0; index < finalVars.length; index++) results[finalVars[index]!] = values[finalSlots[index]!];
  return blank === undefined ? (Object.setPrototypeOf(results, Object.prototype) as object) : results;
}

function blankResults(finalVars: readonly string[]): object {
  return JSON.parse(`{${finalVars.map((name) => `${JSON.stringify(name)}:null`).join()}}`) as object;
}
