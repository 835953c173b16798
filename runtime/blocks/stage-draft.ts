import type { Plan } from "../plan.js";
import { listSteps } from "../steps.js";
import { vertexAt } from "../vertices.js";
import type { Stage, Stages } from "./stages.js";

/** A value that stages pass to each other. */
export type Value =
  | { readonly kind: "slot"; readonly slot: number }
  /** The item that a stage runs for. */
  | { readonly kind: "item"; readonly block: number }
  /** What a value was for each item that went through a stage. */
  | { readonly kind: "list"; readonly of: Value; readonly over: Stage };

/** A stage in the making. A reference is the index of a unit, or -1 - the index of what is given. */
export interface Draft {
  readonly stage: Stage;
  readonly given: GivenValue[];
  readonly units: Unit[];
  /** What is gathered of each item. */
  readonly outputs: number[];
  readonly refs: Map<string, number>;
}

/** What a frame begins with. */
export interface GivenValue {
  /** The value that it is; nothing for the frame itself. */
  readonly value: Value | undefined;
  /** Of the run, the frame itself, the item, the same for all items, or one of a list that goes along with them. */
  readonly kind: "run" | "frame" | "item" | "capture" | "row";
  /** Of the last two: a reference within the stage around it. */
  readonly from?: number;
}

export type Unit =
  | { readonly kind: "step"; readonly step: number; refs: readonly number[] }
  /** A stage of an inner block, all items of it. */
  | { readonly kind: "block"; readonly inner: Draft; source: number | undefined }
  | { readonly kind: "pick"; readonly value: Value; readonly block: number; readonly output: number };

/** Drafts every stage: what it runs, what it is given, and what it hands on. */
export function draftStages(plan: Plan, collects: Uint8Array, { all, ofStep, firstOf }: Stages): readonly Draft[] {
  const { graph, given, steps, starts, slots } = plan;
  const first = given.length;
  const drafts = all.map((stage): Draft => ({ stage, given: [], units: [], outputs: [], refs: new Map() }));
  const [root] = drafts as [Draft];
  const units = new Map<Stage, number>();
  const openers = new Map<string, number>(all.slice(1).map(({ block }) => [vertexAt(graph.vertices, block).name, block]));
  const blockOfSlot = [...given, ...listSteps(steps)].map(({ name }, slot) => (slot === plan.signalSlot ? undefined : openers.get(name)));

  given.forEach((_, slot) => root.refs.set(keyOf({ kind: "slot", slot }), -root.given.push({ kind: "run", value: { kind: "slot", slot } })));
  ofStep.forEach((stage, step) => add(drafts[stage.id]!, { kind: "slot", slot: first + step }, { kind: "step", step, refs: [] }));
  for (const inner of drafts.slice(1)) {
    const around = drafts[inner.stage.parent!.id]!;
    units.set(inner.stage, around.units.push({ kind: "block", inner, source: undefined }) - 1);
  }
  for (const { stage, units } of drafts) {
    for (const unit of units) if (unit.kind === "step") unit.refs = edgesOf(unit.step).map((edge) => resolve(argument(edge), stage));
  }
  plan.finalSlots.forEach((slot) => resolve({ kind: "slot", slot }, root.stage));
  for (const draft of drafts.slice(1)) provideItems(draft);
  for (const draft of drafts) if (draft.units.some(({ kind }) => kind === "block")) draft.refs.set("frame", -draft.given.push({ kind: "frame", value: undefined }));
  return drafts;

  function edgesOf(step: number): number[] {
    return Array.from({ length: starts[step + 1]! - starts[step]! }, (_, index) => starts[step]! + index);
  }

  /** What stands at an edge: a value, an item, or all that was collected. */
  function argument(edge: number): Value {
    const slot = slots[edge]!;
    const block = blockOfSlot[slot];
    const value: Value = block === undefined ? { kind: "slot", slot } : { kind: "item", block };
    if (collects[edge] === 0) return value;
    if (block !== undefined) return { kind: "list", of: value, over: firstOf.get(block)! };
    const id = graph.ids.get((slot < first ? given[slot]! : steps.at(slot - first)).name)!;
    return { kind: "list", of: value, over: slot < first ? firstOf.get(graph.blocks![id]!)! : ofStep[slot - first]! };
  }

  /** Where the items of a stage come from: what the opening node returned, or what an earlier stage has kept. */
  function provideItems({ stage, given }: Draft): void {
    const unit = drafts[stage.parent!.id]!.units[units.get(stage)!]! as Unit & { kind: "block" };
    if (firstOf.get(stage.block) !== stage) {
      if (!given.some(({ kind }) => kind === "row")) resolve({ kind: "item", block: stage.block }, stage);
      return;
    }
    const slot = blockOfSlot.indexOf(stage.block);
    unit.source = resolve({ kind: "slot", slot }, stage.parent!);
  }

  /** A reference to a value within a stage; what it takes to have it there is added on the way. */
  function resolve(value: Value, stage: Stage): number {
    const draft = drafts[stage.id]!;
    const known = draft.refs.get(keyOf(value));
    if (known !== undefined) return known;
    const home = homeOf(value);
    if (home === stage) return value.kind === "list" ? pick(draft, value) : give(draft, { kind: "item", value });
    if (stage.depth > home.depth) return give(draft, { kind: "capture", value, from: resolve(value, stage.parent!) });
    return give(draft, { kind: "row", value, from: resolve({ kind: "list", of: value, over: home }, stage.parent!) });
  }

  /** The stage in which a value comes to be. */
  function homeOf(value: Value): Stage {
    if (value.kind === "item") return firstOf.get(value.block)!;
    if (value.kind === "list") return value.over.parent!;
    return value.slot < first ? root.stage : ofStep[value.slot - first]!;
  }

  function pick(draft: Draft, value: Value & { kind: "list" }): number {
    const output = drafts[value.over.id]!.outputs.push(resolve(value.of, value.over)) - 1;
    return add(draft, value, { kind: "pick", value, block: units.get(value.over)!, output });
  }
}

function give(draft: Draft, given: GivenValue & { readonly value: Value }): number {
  const ref = -draft.given.push(given);
  draft.refs.set(keyOf(given.value), ref);
  return ref;
}

function add(draft: Draft, value: Value, unit: Unit): number {
  const ref = draft.units.push(unit) - 1;
  draft.refs.set(keyOf(value), ref);
  return ref;
}

export function keyOf(value: Value): string {
  if (value.kind === "slot") return `slot ${value.slot}`;
  return value.kind === "item" ? `item ${value.block}` : `list ${value.over.id} ${keyOf(value.of)}`;
}
