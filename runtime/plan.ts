import type { StagedPlan } from "./blocks/staged-plan.js";
import { MANY, NAMED, type NodeFunction } from "./call-step.js";
import { features } from "./features.js";
import { type Graph, SIGNAL, type Vertex } from "./graph.js";
import { lastUses } from "./last-uses.js";
import { type Order, orderSteps } from "./order-steps.js";
import { plainCall } from "./own-export.js";
import type { Problem } from "./problems.js";
import { findNames, type Request } from "./request.js";
import { type StepList, stepsOf } from "./steps.js";
import { vertexAt } from "./vertices.js";

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
  /** The module of each step, by its position among the graph's. */
  readonly owners: Uint32Array;
  /** How many arguments each step takes, up to `MANY`; `NAMED` for one destructured object. */
  readonly arities: Int8Array;
  /** The property names of each step that takes one destructured object. */
  readonly keys: ReadonlyMap<number, readonly string[]>;
  readonly starts: Int32Array;
  readonly slots: Int32Array;
  readonly isLastUse: Uint8Array;
  readonly finalVars: readonly string[];
  readonly finalSlots: readonly number[];
  /** How often it has run to its end. */
  runs: number;
  /** What the results of a run start as: a property for each final var. Made when the plan runs again; nothing where those are too many for a shape. */
  blank: object | undefined;
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

/** A slot that steps may still turn out to require. */
type Unclaimed = Omit<GivenSlot, "requiredBy"> & { requiredBy: number };

/** Compiles a request: the least work, each node once, dependencies first. */
export function compilePlan(graph: Graph, request: Request): Plan {
  const { finalVars, finalIds, overridden, problems } = findNames(graph, request);
  const order = orderSteps(graph, finalIds, overridden);
  const given = giveSlots(graph, order, overridden, new Set(request.inputs));
  const { slotOf, ...laid } = layOut(graph, order, given);
  const finalSlots = finalIds.map((id) => slotOf[id]!);
  const plan: Plan = {
    ...laid,
    graph,
    given,
    steps: stepsOf(graph.vertices, order.stepIds),
    isLastUse: lastUses(laid.slots, given.length + order.stepIds.length, finalSlots),
    finalVars,
    finalSlots,
    runs: 0,
    blank: undefined,
    signalSlot: order.usesSignal ? given.length - 1 : -1,
    problems,
  };
  return graph.blocks !== undefined && problems.length === 0 ? features.blocks!.withStages(plan) : plan;
}

/** The slots of what no step computes, as long as it is not known which steps require it. */
function giveSlots({ vertices }: Graph, { givenIds, usesSignal }: Order, overridden: ReadonlySet<number | undefined>, inputs: ReadonlySet<string>): Unclaimed[] {
  const given: Unclaimed[] = [];
  for (let slot = 0; slot < givenIds.length; slot++) {
    const id = givenIds[slot]!;
    const vertex = vertexAt(vertices, id);
    const { name } = vertex;
    const giver = overridden.has(id) ? "overrides" : vertex.kind !== "input" ? "config" : inputs.has(name) ? "inputs" : vertex.declared?.hasDefault ? "default" : "nobody";
    given.push({ name, vertex, giver, requiredBy: -1 });
  }
  if (usesSignal) given.push({ name: "signal", vertex: undefined, giver: "run", requiredBy: -1 });
  return given;
}

type Laid = Pick<Plan, "functions" | "owners" | "arities" | "keys" | "starts" | "slots" | "firstAsync" | "declaresPolicies"> & { readonly slotOf: Int32Array };

/**
 * What a plan has for each step, and where each value stands; tells what is given who requires it first. A function of
 * its own, as engines compile loops together with all that is around them.
 */
function layOut({ vertices, starts: edgeStarts, dependencies }: Graph, { stepIds, givenIds, edgeCount }: Order, given: readonly Unclaimed[]): Laid {
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
