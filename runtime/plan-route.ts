import type { Plan } from "./plan.js";

/** For each step of a plan, the shortest route from a final var down to it, as names: each needs the next. */
export function routesIn(plan: Plan): (step: number) => string[] {
  const routeTo = slotRoutesIn(plan);
  return (step) => routeTo(plan.given.length + step);
}

/** The same for each slot: what is given, then the steps. */
export function slotRoutesIn(plan: Plan): (slot: number) => string[] {
  const { given, steps, starts, slots, finalSlots } = plan;
  const first = given.length;
  const parents = new Int32Array(first + steps.length).fill(-2); // -2 unseen, -1 a final var
  const queue = [...finalSlots];
  for (const slot of finalSlots) parents[slot] = -1;
  for (let head = 0; head < queue.length; head++) {
    const step = queue[head]! - first;
    if (step < 0) continue;
    for (let edge = starts[step]!; edge < starts[step + 1]!; edge++) {
      const slot = slots[edge]!;
      if (parents[slot] !== -2) continue;
      parents[slot] = first + step;
      queue.push(slot);
    }
  }
  return (target) => {
    const route: string[] = [];
    for (let slot = target; slot >= 0; slot = parents[slot]!) route.push((slot < first ? given[slot]! : steps.at(slot - first)).name);
    return route.reverse();
  };
}
