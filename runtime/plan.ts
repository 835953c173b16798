import { NAMED } from "./call-step.js";
import { type DataflowModule, dependenciesOf, type FunctionVertex, type Graph, SIGNAL, type Vertex } from "./graph.js";
import { nameProblems, type Request } from "./request.js";
import type { Problem } from "./problems.js";

/**
 * A request, compiled: what to call, in which order, and where the values stand.
 *
 * - Each value has a slot: first those that are given, then one for each step, in order of execution.
 * - The arguments of step `s` are in the slots `slots[starts[s]] … slots[starts[s + 1] - 1]`.
 * - When step `s` has run, nothing needs the slots `drops[dropStarts[s]] … drops[dropStarts[s + 1] - 1]`.
 */
export interface Plan {
  readonly graph: Graph;
  readonly given: readonly GivenSlot[];
  readonly steps: readonly FunctionVertex[];
  readonly modules: readonly DataflowModule[];
  readonly exports: readonly string[];
  /** How many arguments each step takes; `NAMED` for one destructured object. */
  readonly arities: Int32Array;
  /** The property names of a step that takes one destructured object. */
  readonly keys: readonly (readonly string[] | undefined)[];
  readonly starts: Int32Array;
  readonly slots: Int32Array;
  readonly dropStarts: Int32Array;
  readonly drops: Int32Array;
  readonly finalVars: readonly string[];
  readonly finalSlots: readonly number[];
  /** Where the run's `AbortSignal` goes, or -1. */
  readonly signalSlot: number;
  /** The first step whose function is declared to return a promise, or -1. */
  readonly firstAsync: number;
  /** What is wrong with the names of the request; the plan covers what is right. */
  readonly problems: readonly Problem[];
}

export interface GivenSlot {
  readonly name: string;
  /** Absent for the run's signal. */
  readonly vertex: Vertex | undefined;
  /** Who gives the value; nobody, if an input has none. */
  readonly giver: "inputs" | "overrides" | "config" | "default" | "run" | "nobody";
  /** The first step that cannot run without it, or -1. */
  readonly requiredBy: number;
}

/** Compiles a request: the least work, each node once, dependencies first. */
export function compilePlan(graph: Graph, request: Request): Plan {
  const finalVars = [...new Set(request.finalVars)].filter((name) => graph.ids.has(name));
  const finalIds = finalVars.map((name) => graph.ids.get(name)!);
  const overridden = new Set(request.overrides.map((name) => graph.ids.get(name)));
  const { stepIds, givenIds, usesSignal } = order(graph, finalIds, overridden);
  const slotOf = new Map<number, number>();
  for (const id of givenIds) slotOf.set(id, slotOf.size);
  if (usesSignal) slotOf.set(SIGNAL, slotOf.size);
  const firstStep = slotOf.size;
  for (const id of stepIds) slotOf.set(id, slotOf.size);

  const inputs = new Set(request.inputs);
  const steps = stepIds.map((id) => graph.vertices[id] as FunctionVertex);
  const requiredBy = new Int32Array(firstStep).fill(-1);
  const giverOf = (id: number): GivenSlot["giver"] => {
    const vertex = graph.vertices[id]!;
    if (overridden.has(id)) return "overrides";
    if (vertex.kind !== "input") return "config";
    if (inputs.has(vertex.name)) return "inputs";
    return vertex.declared?.hasDefault ? "default" : "nobody";
  };
  const givers = new Map(givenIds.map((id) => [id, giverOf(id)]));
  const keys: (string[] | undefined)[] = [];
  const starts = new Int32Array(steps.length + 1);
  const slots: number[] = [];
  steps.forEach(({ node }, step) => {
    const names: string[] | undefined = node.compute.style === "named" ? [] : undefined;
    dependenciesOf(graph, stepIds[step]!).forEach((id, position) => {
      const { name, optional } = node.dependencies[position]!;
      const slot = slotOf.get(id)!;
      if (slot < firstStep && !optional && requiredBy[slot] === -1) requiredBy[slot] = step;
      // A key that nothing provides is left out of the object; in a list of arguments `undefined` keeps the place.
      if (names !== undefined && optional && givers.get(id) === "nobody") return;
      names?.push(name);
      slots.push(slot);
    });
    keys.push(names);
    starts[step + 1] = slots.length;
  });

  const given = givenIds.map((id, slot): GivenSlot => {
    const vertex = graph.vertices[id]!;
    return { name: vertex.name, vertex, giver: givers.get(id)!, requiredBy: requiredBy[slot]! };
  });
  if (usesSignal) given.push({ name: "signal", vertex: undefined, giver: "run", requiredBy: -1 });
  const finalSlots = finalIds.map((id) => slotOf.get(id)!);
  return {
    graph,
    given,
    steps,
    modules: steps.map(({ source }) => source.module),
    exports: steps.map(({ node }) => node.compute.export),
    arities: Int32Array.from(keys, (names, step) => (names === undefined ? starts[step + 1]! - starts[step]! : NAMED)),
    keys,
    starts,
    slots: Int32Array.from(slots),
    ...lastUses(starts, slots, slotOf.size, finalSlots),
    finalVars,
    finalSlots,
    signalSlot: usesSignal ? firstStep - 1 : -1,
    firstAsync: steps.findIndex(({ node }) => node.async),
    problems: nameProblems(graph, request),
  };
}

/** Depth first from the final vars, so that values are used soon after they are made. */
function order(graph: Graph, finalIds: readonly number[], overridden: ReadonlySet<number | undefined>) {
  const stepIds: number[] = [];
  const givenIds: number[] = [];
  const seen = new Uint8Array(graph.vertices.length);
  const next = graph.starts.slice();
  const stack: number[] = [];
  let usesSignal = false;
  const enter = (id: number): void => {
    if (seen[id] === 1) return;
    seen[id] = 1;
    if (graph.vertices[id]!.kind === "function" && !overridden.has(id)) stack.push(id);
    else givenIds.push(id);
  };
  for (const root of finalIds) {
    enter(root);
    while (stack.length > 0) {
      const id = stack[stack.length - 1]!;
      if (next[id]! === graph.starts[id + 1]!) {
        stepIds.push(id);
        stack.pop();
        continue;
      }
      const dependency = graph.dependencies[next[id]!++]!;
      if (dependency === SIGNAL) usesSignal = true;
      else enter(dependency);
    }
  }
  return { stepIds, givenIds, usesSignal };
}

/** For each step the slots that it uses last; a final var's is never dropped. */
function lastUses(starts: Int32Array, slots: readonly number[], slotCount: number, finalSlots: readonly number[]) {
  const used = new Uint8Array(slotCount);
  for (const slot of finalSlots) used[slot] = 1;
  const steps = starts.length - 1;
  const dropStarts = new Int32Array(steps + 1);
  const backwards: number[] = [];
  for (let step = steps - 1; step >= 0; step--) {
    dropStarts[step + 1] = backwards.length;
    for (let edge = starts[step]!; edge < starts[step + 1]!; edge++) {
      const slot = slots[edge]!;
      if (used[slot] === 1) continue;
      used[slot] = 1;
      backwards.push(slot);
    }
  }
  const drops = Int32Array.from(backwards.reverse());
  // Counted from the back until now.
  return { drops, dropStarts: dropStarts.map((start, step) => (step === 0 ? 0 : drops.length - start)) };
}
