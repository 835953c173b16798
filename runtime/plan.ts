import type { StagedPlan } from "./blocks/staged-plan.js";
import { arityOf, NAMED, type NodeFunction } from "./call-step.js";
import { features } from "./features.js";
import { type Graph, SIGNAL, type Vertex } from "./graph.js";
import { lastUses } from "./last-uses.js";
import { orderSteps } from "./order-steps.js";
import { ownExport, takesOneObject } from "./own-export.js";
import { nameProblems, type Request } from "./request.js";
import type { Problem } from "./problems.js";
import { type StepList, Steps } from "./steps.js";

/**
 * A request, compiled: what to call, in which order, and where the values stand.
 *
 * - Each value has a slot: first those that are given, then one for each step, in order of execution.
 * - The arguments of step `s` are in the slots `slots[starts[s]] … slots[starts[s + 1] - 1]`.
 * - When a step has run, nothing needs those of its slots any more that `isLastUse` marks.
 */
export interface Plan {
  readonly graph: Graph;
  readonly given: readonly GivenSlot[];
  readonly steps: StepList;
  /**
   * The functions that operations make, and those read from namespaces, where nothing can put others in their
   * place. Until then, and for all other steps, the name of the export that is the function; absent where an operation is to make it.
   */
  readonly functions: (NodeFunction | string | undefined)[];
  /** How many arguments each step takes, as `arityOf` has it; `NAMED` for one destructured object. */
  readonly arities: Int8Array;
  /** The property names of each step that takes one destructured object. */
  readonly keys: ReadonlyMap<number, readonly string[]>;
  readonly starts: Int32Array;
  readonly slots: Int32Array;
  readonly isLastUse: Uint8Array;
  readonly finalVars: readonly string[];
  readonly finalSlots: readonly number[];
  /** Where the run's `AbortSignal` goes, or -1. */
  readonly signalSlot: number;
  /** The first step whose function is declared to return a promise, or -1. */
  readonly firstAsync: number;
  /** Whether a module says of one of the steps how it is tried again, or how long it may take. */
  readonly declaresPolicies: boolean;
  /** What is wrong with the names of the request; the plan covers what is right. */
  readonly problems: readonly Problem[];
  /** Where there are blocks: the same as it is run, with each block as a step. */
  readonly staged?: StagedPlan;
}

export interface GivenSlot {
  readonly name: string;
  /** Absent for the run's signal. */
  readonly vertex: Vertex | undefined;
  /** Who gives the value; nobody, if an input has none. */
  readonly giver: "inputs" | "overrides" | "config" | "default" | "run" | "frame" | "nobody";
  /** The first step that cannot run without it, or -1. */
  readonly requiredBy: number;
}

/** Compiles a request: the least work, each node once, dependencies first. */
export function compilePlan(graph: Graph, request: Request): Plan {
  const finalVars = [...new Set(request.finalVars)].filter((name) => graph.ids.has(name));
  const finalIds = finalVars.map((name) => graph.ids.get(name)!);
  const overridden = new Set(request.overrides.map((name) => graph.ids.get(name)));
  const { stepIds, givenIds, usesSignal } = orderSteps(graph, finalIds, overridden);
  const givers = giversOf(graph, givenIds, overridden, new Set(request.inputs));

  const firstStep = givenIds.length + (usesSignal ? 1 : 0);
  const slotOf = new Int32Array(graph.vertices.length);
  givenIds.forEach((id, slot) => (slotOf[id] = slot));
  for (let step = 0; step < stepIds.length; step++) slotOf[stepIds[step]!] = firstStep + step;

  const count = stepIds.length;
  const steps = new Steps(graph.vertices, stepIds);
  const functions = new Array<string | undefined>(count);
  const keys = new Map<number, string[]>();
  const arities = new Int8Array(count);
  const starts = new Int32Array(count + 1);
  const slots = new Int32Array(edgeCount(graph, stepIds));
  const requiredBy = new Int32Array(firstStep).fill(-1);
  let firstAsync = -1;
  let declaresPolicies = false;
  const collects = graph.blocks && new Uint8Array(slots.length);
  let end = 0;
  for (let step = 0; step < count; step++) {
    const id = stepIds[step]!;
    const node = steps.nodeAt(step);
    const names: string[] | undefined = takesOneObject(node) ? [] : undefined;
    const first = graph.starts[id]!;
    for (let edge = first; edge < graph.starts[id + 1]!; edge++) {
      const dependency = graph.dependencies[edge]!;
      const slot = dependency === SIGNAL ? firstStep - 1 : slotOf[dependency]!;
      if (slot < firstStep || names !== undefined) {
        const { name, optional, parameter = name } = node.dependencies[edge - first]!;
        if (slot < firstStep && !optional && requiredBy[slot] === -1) requiredBy[slot] = step;
        // A key that nothing provides is left out of the object; in a list of arguments `undefined` keeps the place.
        if (names !== undefined && optional && dependency !== SIGNAL && slot < firstStep && givers[slot] === "nobody") continue;
        names?.push(parameter);
      }
      if (collects !== undefined && node.dependencies[edge - first]!.collect && features.blocks!.isMany(graph, dependency)) collects[end] = 1;
      slots[end++] = slot;
    }
    functions[step] = ownExport(node);
    if (names !== undefined) keys.set(step, names);
    arities[step] = names === undefined ? arityOf(end - starts[step]!) : NAMED;
    starts[step + 1] = end;
    if (node.async && firstAsync === -1) firstAsync = step;
    if (node.policies?.some((policy) => policy !== "concurrency")) declaresPolicies = true;
  }

  const given = givenIds.map((id, slot): GivenSlot => {
    const vertex = graph.vertices.at(id);
    return { name: vertex.name, vertex, giver: givers[slot]!, requiredBy: requiredBy[slot]! };
  });
  if (usesSignal) given.push({ name: "signal", vertex: undefined, giver: "run", requiredBy: -1 });
  const finalSlots = finalIds.map((id) => slotOf[id]!);
  const used = slots.subarray(0, end);
  const plan: Plan = {
    graph,
    given,
    steps,
    functions,
    arities,
    keys,
    starts,
    slots: used,
    isLastUse: lastUses(used, firstStep + count, finalSlots),
    finalVars,
    finalSlots,
    signalSlot: usesSignal ? firstStep - 1 : -1,
    firstAsync,
    declaresPolicies,
    problems: nameProblems(graph, request),
  };
  return collects?.includes(1) && plan.problems.length === 0 ? { ...plan, staged: features.blocks!.stagedPlan(plan, collects) } : plan;
}

function giversOf(graph: Graph, givenIds: readonly number[], overridden: ReadonlySet<number | undefined>, inputs: ReadonlySet<string>): GivenSlot["giver"][] {
  return givenIds.map((id) => {
    const vertex = graph.vertices.at(id);
    if (overridden.has(id)) return "overrides";
    if (vertex.kind !== "input") return "config";
    if (inputs.has(vertex.name)) return "inputs";
    return vertex.declared?.hasDefault ? "default" : "nobody";
  });
}

function edgeCount(graph: Graph, stepIds: Int32Array): number {
  let count = 0;
  for (let step = 0; step < stepIds.length; step++) count += graph.starts[stepIds[step]! + 1]! - graph.starts[stepIds[step]!]!;
  return count;
}
