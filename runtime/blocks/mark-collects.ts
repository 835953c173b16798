import type { Plan } from "../plan.js";
import { isMany } from "./membership.js";

/** Marks the edges of a plan, as in `slots`, that gather a block. */
export function markCollects({ graph, steps, starts, slots, keys }: Plan): Uint8Array {
  const marks = new Uint8Array(slots.length);
  for (let step = 0; step < steps.length; step++) {
    const { dependencies } = steps.at(step).node;
    if (!dependencies.some(({ collect }) => collect)) continue;
    // What nobody gives is left out of one object that holds them all.
    const taken = keys.get(step)?.map((key) => dependencies.find(({ name, parameter = name }) => parameter === key)!) ?? dependencies;
    taken.forEach(({ name, collect }, index) => {
      if (collect && isMany(graph, graph.ids.get(name)!)) marks[starts[step]! + index] = 1;
    });
  }
  return marks;
}
