import type { Plan } from "./plan.js";
import { invert } from "./traverse.js";

const consumersByPlan = new WeakMap<Plan, ReturnType<typeof invert>>();

/** The steps that take the value of each slot. */
export function consumersOf(plan: Plan): ReturnType<typeof invert> {
  let consumers = consumersByPlan.get(plan);
  if (consumers === undefined) {
    consumers = invert(plan.starts, plan.slots, plan.given.length + plan.steps.length);
    consumersByPlan.set(plan, consumers);
  }
  return consumers;
}
