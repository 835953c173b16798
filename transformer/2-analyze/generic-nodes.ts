/**
 * Transform generic nodes Into what they are here: each is called, in the project's own types, with what
 * its producers result in. Where an argument is an input, nobody knows yet, and the type stays as declared.
 */
import { placeOf } from "../1-collect/place.js";
import type { Project } from "../compilers/port.js";
import type { CallAnswer, ProbeCall, TypePath } from "../compilers/questions.js";
import { finding } from "../diagnostics/finding.js";
import type { Edge, EdgeMisfit, Finding, FlowDependency, FlowNode } from "../model.js";
import { asked, type Asking } from "./asking.js";
import { itemOf, PARALLEL } from "./brands.js";
import { argumentDependencies, argumentLiterals, isCallable, isTellable, probeCallOf } from "./generic-calls.js";
import { producersFirst } from "./producers-first.js";
import { createSchemas } from "./schema.js";
import { demandPath, itemPath, partPath } from "./type-path.js";
import { singles } from "./variants.js";

export interface Instantiated {
  readonly nodes: readonly FlowNode[];
  /** What does not fit into, or does not come out of, a generic node. */
  readonly misfits: readonly EdgeMisfit[];
  /** What is bound in one and does not fit. */
  readonly faults: readonly Finding[];
}

export function* instantiated(project: Project, nodes: readonly FlowNode[]): Asking<Instantiated> {
  if (!nodes.some(isGeneric)) return { nodes, misfits: [], faults: [] };
  // Which of several variants it is, nobody knows here.
  const byName = singles(nodes);
  const generics = producersFirst(nodes.filter(isGeneric), byName);
  const order = generics.filter(isCallable);
  const rankOf = new Map(generics.map((node, index) => [node, index]));
  const callOf = new Map<FlowNode, ProbeCall>();
  for (const node of order) callOf.set(node, probeCallOf(node, (dependency) => argumentOf(dependency, node)));
  const derived = generics.filter(isDerived);
  const uses = nodes.flatMap((node) => (isGeneric(node) ? [] : usesOf(node)));

  const { calls, explanations, intersections } = yield* asked({
    calls: [...callOf.values()],
    assignments: uses.map(({ producer, dependency }) => ({ from: pathOf(producer), to: demandPath(dependency) })),
    intersections: derived.map((each) => [pathOf(each)]),
  });
  const known = knownOf();
  const answers = new Map([
    ...order.map((node, index) => [node, calls[index]!] as const),
    ...derived.map((node, index) => [node, intersections[index]!] as const),
  ]);
  const seen = (node: FlowNode): FlowNode => (known.has(node) && !isJudge(node) ? described(node, answers.get(node)!) : node);
  const wrong = [
    ...order.flatMap((consumer, index) => argumentMisfits(consumer, calls[index]!)),
    ...uses.flatMap((use, index) => (explanations[index] ? { ...use, explanation: explanations[index] } : [])),
  ];
  const misfits = wrong.filter(({ producer }) => !isGeneric(producer) || known.has(producer));
  return { nodes: nodes.map(seen), misfits: misfits.map((each) => ({ ...each, producer: seen(each.producer) })), faults: order.flatMap((node, index) => valueFaults(node, calls[index]!)) };

  function argumentOf(dependency: FlowDependency, node: FlowNode): TypePath {
    const producer = producerOf(dependency);
    if (!producer) return dependency.isGeneric ? { of: "any" } : dependency.path;
    const isBefore = !isGeneric(producer) || rankOf.get(producer)! < rankOf.get(node)!;
    const given: TypePath = isBefore ? pathOf(producer) : { of: "any" };
    return dependency.collect ? { of: "list", in: given } : given;
  }

  /** What the name of a node stands for, as it is called here. */
  function pathOf(producer: FlowNode): TypePath {
    if (!isGeneric(producer) || isJudge(producer)) return producer.path;
    const call = callOf.get(producer);
    if (call) return producer.parallel ? itemPath({ of: "call", call }) : { of: "call", call };
    const { compute, dependencies: [whole] } = producer;
    const from = whole && producerOf(whole);
    if (!from || !isDerived(producer)) return { of: "any" };
    return compute.op === "field" ? partPath(compute, pathOf(from), false) : pathOf(from);
  }

  function producerOf({ name, provided }: FlowDependency): FlowNode | undefined {
    return provided ? undefined : byName.get(name);
  }

  /** Where a node that is not generic takes the result of one that is. */
  function usesOf(consumer: FlowNode): Edge[] {
    return consumer.dependencies.flatMap((dependency) => {
      const producer = producerOf(dependency);
      return producer && isGeneric(producer) ? { producer, consumer, dependency } : [];
    });
  }

  function argumentMisfits(consumer: FlowNode, { arguments: explanations }: CallAnswer): EdgeMisfit[] {
    return argumentDependencies(consumer).flatMap((dependency, index) => {
      const producer = dependency && producerOf(dependency);
      const explanation = explanations[index];
      return producer && explanation ? { producer, consumer, dependency, explanation } : [];
    });
  }

  function valueFaults(node: FlowNode, { arguments: explanations }: CallAnswer): Finding[] {
    return argumentLiterals(node).flatMap(({ index, parameter, literal }) => {
      const explanation = explanations[index];
      return explanation ? finding("unfitValue", { parameter, node: node.name }, placeOf(literal.node), { explanation }) : [];
    });
  }

  /** The generic nodes of which all is known that their types hang on. */
  function knownOf(): ReadonlySet<FlowNode> {
    const known = new Set<FlowNode>();
    const isKnown = (producer: FlowNode | undefined): boolean => producer !== undefined && (!isGeneric(producer) || known.has(producer));
    for (const node of generics) {
      if (answerable(node) && node.dependencies.every((dependency) => !dependency.isGeneric || isKnown(producerOf(dependency)))) known.add(node);
    }
    return known;
  }

  function answerable(node: FlowNode): boolean {
    return callOf.has(node) ? isTellable(project, node) : isDerived(node);
  }

  function described(node: FlowNode, { types, type: result }: Pick<CallAnswer, "types" | "type">): FlowNode {
    const { schema: _, ...rest } = node;
    const type = (node.parallel && itemOf(types, result, PARALLEL)) ?? result;
    const schema = createSchemas(types).schemaOf(type);
    const typeText = types.textOf(type);
    const dependencies = hasValueOfAnother(node) ? node.dependencies.map((each, index) => (index === 0 ? { ...each, typeText } : each)) : node.dependencies;
    return { ...rest, typeText, ...(schema && { schema }), dependencies };
  }
}

/** Whether its value is that of its first dependency, or a part of it. */
function isDerived(node: FlowNode): boolean {
  return !node.isLost && (node.compute.op === "field" || hasValueOfAnother(node));
}

function hasValueOfAnother({ compute: { op } }: FlowNode): boolean {
  return op === "alias" || op === "gate";
}

/** Whether what it calls judges a value: what it results in is a type of ours. */
function isJudge({ compute: { op } }: FlowNode): boolean {
  return op === "validate";
}

/** Whether its result, or what it takes, hangs on how it is called. */
function isGeneric({ isGeneric, dependencies }: FlowNode): boolean {
  return isGeneric || dependencies.some((dependency) => dependency.isGeneric);
}
