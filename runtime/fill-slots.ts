import { features } from "./features.js";
import type { ConfigVertex } from "./graph.js";
import { type GivenValues, givenValue } from "./inputs.js";
import type { Plan } from "./plan.js";

/** The values of a run by slot, with those that are given in their places; `signal` is the run's own. */
export function fillSlots(plan: Plan, values: GivenValues, signal: AbortSignal | undefined): unknown[] {
  const slots = new Array<unknown>(plan.given.length + plan.steps.length).fill(undefined);
  for (let slot = 0; slot < plan.given.length; slot++) {
    const { name, vertex, giver } = plan.given[slot]!;
    if (giver === "run") slots[slot] = signal;
    else slots[slot] = giver === "config" ? (vertex as ConfigVertex).value : givenValue(giver, name, values);
    // As for a parameter, `undefined` asks for the default.
    if (slots[slot] === undefined && vertex?.kind === "input" && vertex.declared?.hasDefault) slots[slot] = features.declarations!.readDefault(name, vertex.declared);
  }
  return slots;
}
