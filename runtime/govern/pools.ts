import type { StagedPlan } from "../blocks/staged-plan.js";
import type { FunctionVertex } from "../graph.js";
import type { Plan } from "../plan.js";
import { listSteps } from "../steps.js";
import type { Policies } from "./read-policies.js";
import { isTagged } from "./is-tagged.js";

/** Which steps share which places. */
export interface Pools {
  /** The pools of each group: all that a step needs a place in. */
  readonly groups: readonly (readonly number[])[];
  /** The group of each step. */
  readonly groupOf: Int32Array;
}

/** The pools of a plan's steps: those that the policies limit, and the steps name by tag or by what they declare. */
export function poolsOf(plan: Plan, { pools }: Policies, ownPool: (vertex: FunctionVertex) => string | undefined): Pools {
  const names = [...pools.keys()];
  const groups: number[][] = [[0]];
  const groupOf = new Int32Array(plan.steps.length);
  if (names.length > 0) {
    const known = new Map([["0", 0]]);
    listSteps(plan.steps).forEach((vertex, step) => {
      const own = ownPool(vertex);
      const within = names.flatMap((name, index) => (name === own || isTagged(vertex, name) ? [index + 1] : []));
      const key = within.length === 0 ? "0" : within.join();
      let group = known.get(key);
      if (group === undefined) known.set(key, (group = groups.push(within) - 1));
      groupOf[step] = group;
    });
  }
  const { internal } = plan as Partial<StagedPlan>;
  if (internal !== undefined) {
    // What the engine does itself takes no place.
    const free = groups.push([]) - 1;
    internal.forEach((isInternal, step) => isInternal === 1 && (groupOf[step] = free));
  }
  return { groups, groupOf };
}
