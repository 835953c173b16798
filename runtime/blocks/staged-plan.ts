import { MANY } from "../call-step.js";
import { PASS_ON } from "../declare/operation.js";
import type { FunctionVertex } from "../graph.js";
import { lastUses } from "../last-uses.js";
import type { GivenSlot, Plan } from "../plan.js";
import { vertexAt } from "../vertices.js";
import { collectItems } from "./collect-items.js";
import { markCollects } from "./mark-collects.js";
import { type Draft, draftStages, type GivenValue, keyOf, type Unit, type Value } from "./stage-draft.js";
import { stageStepsOf } from "./stage-steps.js";
import { type Stages, stagesOf } from "./stages.js";

/**
 * One stage of a plan, itself a plan: what runs once at the root, elsewhere once for each item of a block.
 * A block within it is a step that the engine takes itself: it runs a stage for each item, and its value
 * is what was collected, a list for each output.
 */
export interface StagedPlan extends Plan {
  /** The plan that it is a part of. */
  readonly whole: Plan;
  /** For each step the step of `whole`, or -1 where the engine takes it itself. */
  readonly wholeSteps: Int32Array;
  /** 1 for each step that the engine takes itself: it is no node, and no hook, limit or policy concerns it. */
  readonly internal: Uint8Array;
  /** What each block goes through, by its step. */
  readonly walked: ReadonlyMap<number, Walked>;
  /** Where the frame itself goes, for the blocks in it, or -1. */
  readonly frameSlot: number;
  /** The name of the node that opens the block; nothing at the root. */
  readonly block: string | undefined;
  /** Where the item goes, or -1. */
  readonly itemSlot: number;
  /** Whether it goes through the items themselves, and not through what an earlier stage has kept of them. */
  readonly isFirst: boolean;
  /** Where values go that an earlier stage has kept for each item, and those that all items share: in order of the block's arguments. */
  readonly rowSlots: readonly number[];
  readonly captureSlots: readonly number[];
}

/** The slots of what a block goes through: of the items themselves, or else of what was kept of them, one beside the other. */
export interface Walked {
  readonly items: number | undefined;
  readonly rows: readonly number[];
}

/** A plan, and where it gathers blocks, the same by stages. */
export function withStages(plan: Plan): Plan {
  const collects = markCollects(plan);
  return collects.includes(1) ? { ...plan, staged: stagedPlan(plan, collects) } : plan;
}

/** `collects` marks the edges, as in `slots`, that gather a block. */
function stagedPlan(plan: Plan, collects: Uint8Array): StagedPlan {
  return layOutAll(plan, collects, stagesOf(plan, collects)) ?? layOutAll(plan, collects, stagesOf(plan, collects, true))!;
}

/** Nothing where two blocks wait for each other, as each has a node that needs what is collected of the other. */
function layOutAll(plan: Plan, collects: Uint8Array, stages: Stages): StagedPlan | undefined {
  const plans: StagedPlan[] = [];
  // From the innermost on: a block's step holds the plan of its stage.
  for (const draft of [...draftStages(plan, collects, stages)].sort((a, b) => b.stage.depth - a.stage.depth)) {
    const { stage } = draft;
    const laidOut = layOut(plan, draft, plans, stages.firstOf.get(stage.block) === stage);
    if (laidOut === undefined) return undefined;
    plans[stage.id] = laidOut;
  }
  return plans[0]!;
}

function layOut(plan: Plan, draft: Draft, plans: readonly StagedPlan[], isFirst: boolean): StagedPlan | undefined {
  const { stage, given, units, outputs, refs } = draft;
  const taken = units.map((unit) => argumentsOf(draft, unit));
  const order = inOrder(taken);
  if (order === undefined) return undefined;
  const places = new Int32Array(units.length);
  order.forEach((unit, place) => (places[unit] = given.length + place));
  const slotOf = (ref: number): number => (ref < 0 ? -1 - ref : places[ref]!);
  const slotsOf = (kind: GivenValue["kind"]): number[] => given.flatMap((each, slot) => (each.kind === kind ? [slot] : []));
  const steps = order.map((index) => {
    const unit = units[index]!;
    return { unit, own: unit.kind === "step" ? unit.step : -1, slots: taken[index]!.map(slotOf) };
  });
  const starts = new Int32Array(steps.length + 1);
  steps.forEach(({ slots }, step) => (starts[step + 1] = starts[step]! + slots.length));
  const slots = Int32Array.from(steps.flatMap((step) => step.slots));
  const isRoot = stage.parent === undefined;
  const finalSlots = isRoot ? plan.finalSlots.map((slot) => slotOf(refs.get(keyOf({ kind: "slot", slot }))!)) : outputs.map(slotOf);
  return {
    graph: plan.graph,
    given: given.map((each) => givenSlot(plan, each)),
    steps: stageStepsOf(plan.steps, steps.map(({ unit, own }) => (own === -1 ? engineVertex(plan, unit) : own))),
    functions: steps.map(({ unit, own }) => (own === -1 ? engineFunction(unit, plans) : plan.functions[own])),
    owners: Uint32Array.from(steps, ({ own }) => (own === -1 ? 0 : plan.owners[own]!)),
    arities: Int8Array.from(steps, ({ own, slots }) => (own === -1 ? Math.min(slots.length, MANY) : plan.arities[own]!)),
    keys: new Map(steps.flatMap(({ own }, step) => (plan.keys.has(own) ? [[step, plan.keys.get(own)!]] : []))),
    starts,
    slots,
    isLastUse: lastUses(slots, given.length + steps.length, finalSlots),
    finalVars: isRoot ? plan.finalVars : [],
    finalSlots,
    runs: 0,
    blank: undefined,
    signalSlot: given.findIndex(({ value }) => plan.signalSlot !== -1 && value?.kind === "slot" && value.slot === plan.signalSlot),
    firstAsync: -1,
    declaresPolicies: plan.declaresPolicies,
    problems: [],
    whole: plan,
    wholeSteps: Int32Array.from(steps, ({ own }) => own),
    internal: Uint8Array.from(steps, ({ own }) => Number(own === -1)),
    walked: new Map(steps.flatMap(({ unit }, step) => (unit.kind === "block" ? [[step, walkedBy(unit, slotOf)]] : []))),
    frameSlot: slotsOf("frame")[0] ?? -1,
    block: isRoot ? undefined : vertexAt(plan.graph.vertices, stage.block).name,
    itemSlot: slotsOf("item")[0] ?? -1,
    isFirst,
    rowSlots: slotsOf("row"),
    captureSlots: slotsOf("capture"),
  };
}

/** References to what a unit takes. A block takes its frame, where its items come from, what goes along with them, and what they share. */
function argumentsOf({ refs }: Draft, unit: Unit): readonly number[] {
  if (unit.kind === "step") return unit.refs;
  if (unit.kind === "pick") return [unit.block];
  const from = (kind: GivenValue["kind"]): number[] => unit.inner.given.flatMap((each) => (each.kind === kind ? [each.from!] : []));
  return [refs.get("frame")!, ...(unit.source === undefined ? [] : [unit.source]), ...from("row"), ...from("capture")];
}

function walkedBy({ source, inner }: Unit & { kind: "block" }, slotOf: (ref: number) => number): Walked {
  return { items: source === undefined ? undefined : slotOf(source), rows: inner.given.flatMap(({ kind, from }) => (kind === "row" ? [slotOf(from!)] : [])) };
}

/** The units in an order in which each comes after those that it takes something of; nothing where there is none. */
function inOrder(taken: readonly (readonly number[])[]): number[] | undefined {
  const ordered: number[] = [];
  const next = new Int32Array(taken.length);
  const states = new Uint8Array(taken.length);
  const [NEW, OPEN, DONE] = [0, 1, 2];
  for (let root = 0; root < taken.length; root++) {
    const trail = states[root] === NEW ? [root] : [];
    while (trail.length > 0) {
      const unit = trail[trail.length - 1]!;
      states[unit] = OPEN;
      const needed = taken[unit]![next[unit]!++];
      if (needed === undefined) {
        states[unit] = DONE;
        ordered.push(unit);
        trail.pop();
      } else if (needed >= 0 && states[needed] !== DONE) {
        if (states[needed] === OPEN) return undefined;
        trail.push(needed);
      }
    }
  }
  return ordered;
}

/** What of the whole plan a value comes from: it has that name. */
function givenSlot(plan: Plan, { value }: GivenValue): GivenSlot {
  const slot = value?.kind === "slot" ? plan.given[value.slot] : undefined;
  return slot ?? { name: value === undefined ? "frame" : nameOf(plan, value), vertex: undefined, giver: "frame", requiredBy: -1 };
}

function nameOf(plan: Plan, value: Value): string {
  let inner = value;
  while (inner.kind === "list") inner = inner.of;
  if (inner.kind === "item") return vertexAt(plan.graph.vertices, inner.block).name;
  return (plan.given[inner.slot] ?? plan.steps.at(inner.slot - plan.given.length)).name;
}

function engineFunction(unit: Unit, plans: readonly StagedPlan[]): (...taken: any[]) => unknown {
  if (unit.kind === "pick") return (lists: readonly unknown[]) => lists[unit.output];
  const stage = plans[(unit as Unit & { kind: "block" }).inner.stage.id]!;
  return (frame, ...taken) => collectItems(stage, frame, taken);
}

/** What stands for a node where there is none; what was collected has the name of what it was collected from. */
function engineVertex(plan: Plan, unit: Unit): FunctionVertex {
  const name = unit.kind === "pick" ? nameOf(plan, unit.value) : vertexAt(plan.graph.vertices, (unit as Unit & { kind: "block" }).inner.stage.block).name;
  const manifest = { manifestVersion: 1 as const, module: "", source: "", nodes: [], inputs: [] };
  const node = { name, type: "unknown", dependencies: [], compute: PASS_ON, async: false, location: { line: 1, column: 1 } };
  return { kind: "function", name, type: "unknown", node, source: { module: {}, manifest, said: manifest, isNamespace: false } };
}
