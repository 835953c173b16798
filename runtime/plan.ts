import type { StagedPlan } from "./blocks/staged-plan.js";
import { arityOf, NAMED, type NodeFunction } from "./call-step.js";
import { features } from "./features.js";
import { type Graph, SIGNAL, type Vertex } from "./graph.js";
import { lastUses } from "./last-uses.js";
import { type Order, orderSteps } from "./order-steps.js";
import { ownExport, takesOneObject } from "./own-export.js";
import { nameProblems, type Request } from "./request.js";
import type { Problem } from "./problems.js";
import { type StepList, Steps } from "./steps.js";
import { blankResults } from "./to-results.js";

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
  /** As `blankResults` has it. */
  readonly blank: object | undefined;
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
  const finalVars: string[] = [];
  const finalIds: number[] = [];
  for (const name of new Set(request.finalVars)) {
    const id = graph.ids.get(name);
    if (id === undefined) continue;
    finalVars.push(name);
    finalIds.push(id);
  }
  const overridden = new Set(request.overrides.map((name) => graph.ids.get(name)));
  const order = orderSteps(graph, finalIds, overridden);
  const { stepIds, givenIds, usesSignal } = order;
  const givers = giversOf(graph, givenIds, overridden, new Set(request.inputs));

  const { slotOf, requiredBy, firstStep, ...laid } = layOut(graph, order, givers);

  const given = givenIds.map((id, slot): GivenSlot => {
    const vertex = graph.vertices.at(id);
    return { name: vertex.name, vertex, giver: givers[slot]!, requiredBy: requiredBy[slot]! };
  });
  if (usesSignal) given.push({ name: "signal", vertex: undefined, giver: "run", requiredBy: -1 });
  const finalSlots = finalIds.map((id) => slotOf[id]!);
  const plan: Plan = {
    ...laid,
    graph,
    given,
    steps: new Steps(graph.vertices, stepIds),
    isLastUse: lastUses(laid.slots, firstStep + stepIds.length, finalSlots),
    finalVars,
    finalSlots,
    blank: blankResults(finalVars),
    signalSlot: usesSignal ? firstStep - 1 : -1,
    problems: nameProblems(graph, request),
  };
  return graph.blocks !== undefined && plan.problems.length === 0 ? features.blocks!.withStages(plan) : plan;
}

/** What a plan has for each step, and where each value stands. A function of its own, as engines compile loops together with all that is around them. */
function layOut(graph: Graph, { stepIds, givenIds, usesSignal, edgeCount }: Order, givers: readonly GivenSlot["giver"][]) {
  const firstStep = givenIds.length + (usesSignal ? 1 : 0);
  const slotOf = new Int32Array(graph.vertices.length);
  givenIds.forEach((id, slot) => (slotOf[id] = slot));

  const count = stepIds.length;
  const functions = new Array<string | undefined>(count);
  const keys = new Map<number, string[]>();
  const arities = new Int8Array(count);
  const starts = new Int32Array(count + 1);
  const slots = new Int32Array(edgeCount);
  const requiredBy = new Int32Array(firstStep).fill(-1);
  let firstAsync = -1;
  let declaresPolicies = false;
  let end = 0;
  for (let step = 0; step < count; step++) {
    const id = stepIds[step]!;
    slotOf[id] = firstStep + step;
    const node = graph.vertices.nodeAt(id)!;
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
      slots[end++] = slot;
    }
    functions[step] = ownExport(node);
    if (names !== undefined) keys.set(step, names);
    arities[step] = names === undefined ? arityOf(end - starts[step]!) : NAMED;
    starts[step + 1] = end;
    if (node.async && firstAsync === -1) firstAsync = step;
    if (node.policies?.some((policy) => policy !== "concurrency")) declaresPolicies = true;
  }
  return { functions, arities, keys, starts, slots: slots.subarray(0, end), firstAsync, declaresPolicies, slotOf, requiredBy, firstStep };
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
