import { MANY, NAMED } from "./call-step.js";
import { type Graph, SIGNAL } from "./graph.js";
import type { Order } from "./order-steps.js";
import { plainCall } from "./own-export.js";
import type { Plan, Unclaimed } from "./plan.js";

type Laid = Pick<Plan, "functions" | "owners" | "arities" | "keys" | "starts" | "slots" | "firstAsync" | "declaresPolicies"> & { readonly slotOf: Int32Array };

/** What a plan has for each step, and where each value stands; tells what is given who requires it first. */
export function layOut({ vertices, starts: edgeStarts, dependencies }: Graph, { stepIds, givenIds, edgeCount }: Order, given: readonly Unclaimed[]): Laid {
  const firstStep = given.length;
  const slotOf = new Int32Array(vertices.length);
  for (let slot = 0; slot < givenIds.length; slot++) slotOf[givenIds[slot]!] = slot;

  const stepCount = stepIds.length;
  const functions = new Array<string | undefined>(stepCount);
  const owners = new Uint32Array(stepCount);
  const keys = new Map<number, string[]>();
  const arities = new Int8Array(stepCount);
  const starts = new Int32Array(stepCount + 1);
  const slots = new Int32Array(edgeCount);
  let firstAsync = -1;
  let declaresPolicies = false;
  let end = 0;
  for (let step = 0; step < stepCount; step++) {
    const id = stepIds[step]!;
    slotOf[id] = firstStep + step;
    const node = vertices.nodes[id]!;
    const call = plainCall(node);
    const names: string[] | undefined = call?.style === "named" ? [] : undefined;
    const first = edgeStarts[id]!;
    const last = edgeStarts[id + 1]!;
    for (let edge = first; edge < last; edge++) {
      const dependency = dependencies[edge]!;
      const slot = dependency === SIGNAL ? firstStep - 1 : slotOf[dependency]!;
      if (slot < firstStep || names !== undefined) {
        const { name, optional, parameter = name } = node.dependencies[edge - first]!;
        const from = given[slot];
        if (from !== undefined && !optional && from.requiredBy === -1) from.requiredBy = step;
        // A key that nothing provides is left out of the object; in a list of arguments `undefined` keeps the place.
        if (names !== undefined && optional && from?.giver === "nobody") continue;
        names?.push(parameter);
      }
      slots[end++] = slot;
    }
    owners[step] = vertices.owners[id]!;
    if (call?.path === undefined) functions[step] = call?.export;
    if (names !== undefined) keys.set(step, names);
    arities[step] = names === undefined ? Math.min(end - starts[step]!, MANY) : NAMED;
    starts[step + 1] = end;
    if (node.async && firstAsync === -1) firstAsync = step;
    if (node.policies?.some((policy) => policy !== "concurrency")) declaresPolicies = true;
  }
  return { functions, owners, arities, keys, starts, slots: slots.subarray(0, end), firstAsync, declaresPolicies, slotOf };
}
