import type { StagedPlan } from "../blocks/staged-plan.js";
import type { FunctionVertex } from "../graph.js";
import type { NodeExecution } from "../lifecycle/adapter.js";
import type { ManifestNode } from "../manifest.js";
import { setOwn } from "../own-property.js";
import type { Plan } from "../plan.js";
import { toVariable, type Variable } from "../questions/variable.js";
import type { Governed } from "./governed.js";
import type { TellNode } from "./run-node.js";

/** What the adapters are told of a step, made when the first of them asks. */
export function describeNode(run: Governed, step: number, startedAfter: number): TellNode {
  let event: NodeExecution | undefined;
  return () =>
    (event ??= {
      runId: run.id,
      node: variableOf(run.plan.steps.at(step)),
      inputs: inputsOf(run, step),
      attempt: 1,
      ...(run.item.length > 0 && { item: run.item }),
      startedAfter: startedAfter === -1 ? openerBefore(run.plan, step) : run.plan.steps.at(startedAfter).name,
    });
}

/** What takes the item of a block has waited for the node that gave it. */
function openerBefore(plan: Plan & Partial<StagedPlan>, step: number): string | undefined {
  const takesItem = plan.itemSlot !== undefined && plan.slots.subarray(plan.starts[step], plan.starts[step + 1]).includes(plan.itemSlot);
  return takesItem ? plan.block : undefined;
}

/** What a step gets, by the names of its dependencies. What nobody gives is not there. */
export function inputsOf({ plan, values }: Governed, step: number): Record<string, unknown> {
  const inputs = {};
  for (let edge = plan.starts[step]!; edge < plan.starts[step + 1]!; edge++) {
    const slot = plan.slots[edge]!;
    const given = plan.given[slot];
    if (given?.giver === "run" || given?.giver === "nobody") continue;
    setOwn(inputs, (given ?? plan.steps.at(slot - plan.given.length)).name, values[slot]);
  }
  return inputs;
}

const known = new WeakMap<ManifestNode, Variable>();

/** The same for all runs. */
export function variableOf(vertex: FunctionVertex): Variable {
  let variable = known.get(vertex.node);
  if (variable === undefined) known.set(vertex.node, (variable = toVariable(vertex)));
  return variable;
}
