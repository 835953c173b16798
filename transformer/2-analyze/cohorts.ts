/** Variants of a node may ask one input for different things: it has then a type under each config. */
import type { Consumer, FlowInput, FlowNode } from "../model.js";
import { isAlways, type Variants } from "./variants.js";

/** Transform all consumers of an input Into lists of those that can be there together: one list, where no config parts them. */
export function cohortsOf({ canCoexist, presenceOf }: Variants, consumers: readonly Consumer[]): readonly (readonly Consumer[])[] {
  // Of those that are there under the same configs, one speaks for all: there may be thousands.
  const speakers = new Map<string, FlowNode>();
  const speakerOf = new Map<FlowNode, FlowNode>();
  for (const { node } of consumers) {
    if (isAlways(node) || speakerOf.has(node)) continue;
    const presence = presenceOf(node);
    if (!speakers.has(presence)) speakers.set(presence, node);
    speakerOf.set(node, speakers.get(presence)!);
  }
  const parted = [...speakers.values()];
  // Each two that can stand together do in one of the lists, with what else can.
  const pairs = parted.flatMap((one, index) => parted.slice(index).map((other) => [...new Set([one, other])]));
  const seeds = pairs.filter((pair) => canCoexist(...pair));
  const cohorts = new Map<string, ReadonlySet<FlowNode>>();
  for (const seed of seeds) {
    if ([...cohorts.values()].some((cohort) => seed.every((node) => cohort.has(node)))) continue;
    const cohort = [...seed];
    for (const node of parted) if (!cohort.includes(node) && canCoexist(...cohort, node)) cohort.push(node);
    cohorts.set(parted.map((node) => Number(cohort.includes(node))).join(""), new Set(cohort));
  }
  if (cohorts.size < 2) return [consumers];
  return [...cohorts.values()].map((cohort) => consumers.filter(({ node }) => isAlways(node) || cohort.has(speakerOf.get(node)!)));
}

/** Transform what an input is under each config Into what it is, whatever the config. */
export function eitherOf(inputs: readonly FlowInput[]): FlowInput {
  const impossible = inputs.find((each) => each.impossible);
  const distinct = [...new Map(inputs.map((each) => [JSON.stringify([each.typeText, each.schema]), each])).values()];
  const [first] = distinct as [FlowInput];
  if (impossible ?? distinct.length === 1) return impossible ?? first;
  const schemas = distinct.map(({ schema }) => schema);
  const anyOf = schemas.flatMap((schema) => (schema && !schema.$defs ? [schema] : []));
  const { schema, ...rest } = first;
  return {
    ...rest,
    typeText: [...new Set(distinct.map(({ typeText }) => enclosed(typeText)))].join(" | "),
    ...(schema && anyOf.length === schemas.length && { schema: { anyOf } }),
    // Which of them asks, the config tells: where the text tells the config, one is left.
    demands: [],
  };
}

/** A function's type, before it joins a union. */
function enclosed(type: string): string {
  return type.includes("=>") ? `(${type})` : type;
}
