import { features } from "./features.js";
import { type GivenValues, givenValue } from "./inputs.js";
import type { Plan } from "./plan.js";

/** The values of a run by slot, with those that are given in their places; `signal` is the run's own. */
export function fillSlots(plan: Plan, values: GivenValues, signal: AbortSignal | undefined): unknown[] {
  const slots = new Array<unknown>(plan.given.length + plan.steps.length).fill(undefined);
  plan.given.forEach(({ name, vertex, giver }, slot) => {
    if (giver === "frame") return;
    if (giver === "run") slots[slot] = signal;
    else slots[slot] = vertex!.kind === "config" && giver === "config" ? vertex!.value : givenValue(giver, name, values);
    // As for a parameter, `undefined` asks for the default.
    const declared = vertex?.kind === "input" ? vertex.declared : undefined;
    if (declared?.hasDefault && slots[slot] === undefined) slots[slot] = features.declarations!.readDefault(name, declared);
  });
  return slots;
}
