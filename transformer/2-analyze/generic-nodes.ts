/**
 * Transform generic nodes Into what they are here: each is called, in the project's own types, with what
 * its producers result in. Where an argument is an input, nobody knows yet, and the type stays as declared.
 */
import type { CallAnswer, ProbeCall, Project, TypePath } from "../compilers/port.js";
import type { Edge, EdgeMisfit, FlowDependency, FlowNode } from "../model.js";
import { itemOf, PARALLEL } from "./brands.js";
import { producersFirst } from "./producers-first.js";
import { createSchemas } from "./schema.js";
import { demandPath, itemPath } from "./type-path.js";

export interface Instantiated {
  readonly nodes: readonly FlowNode[];
  /** What does not fit into, or does not come out of, a generic node. */
  readonly misfits: readonly EdgeMisfit[];
}

export function instantiated(project: Project, nodes: readonly FlowNode[]): Instantiated {
  if (!nodes.some(isGeneric)) return { nodes, misfits: [] };
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const order = producersFirst(nodes.filter(isGeneric), byName);
  const indexOf = new Map(order.map((node, index) => [node, index]));
  const uses = nodes.flatMap((node) => (isGeneric(node) ? [] : usesOf(node)));

  const { calls, explanations } = project.probe({
    calls: order.map((node) => callOf(node)),
    assignments: uses.map(({ producer, dependency }) => ({
      from: calledPath(producer),
      to: demandPath(dependency),
    })),
    intersections: [],
    fits: [],
  });
  const known = knownOf();
  const seen = (node: FlowNode): FlowNode => (known.has(node) ? described(node, calls[indexOf.get(node)!]!) : node);
  const wrong = [
    ...order.flatMap((consumer, index) => argumentMisfits(consumer, calls[index]!)),
    ...uses.flatMap((use, index) => (explanations[index] ? { ...use, explanation: explanations[index] } : [])),
  ];
  const misfits = wrong.filter(({ producer }) => !isGeneric(producer) || known.has(producer));
  return { nodes: nodes.map(seen), misfits: misfits.map((each) => ({ ...each, producer: seen(each.producer) })) };

  function callOf(node: FlowNode): ProbeCall {
    const { module, declared, dependencies } = node;
    const given = dependencies.map((dependency) => ({ name: dependency.name, type: argumentOf(dependency, node) }));
    return { file: module, export: declared.name, style: declared.style, arguments: given };
  }

  function argumentOf(dependency: FlowDependency, node: FlowNode): TypePath {
    const producer = producerOf(dependency);
    if (!producer) return dependency.isGeneric ? { of: "any" } : dependency.path;
    const index = indexOf.get(producer);
    const given = index === undefined ? producer.path : index < indexOf.get(node)! ? calledPath(producer) : ({ of: "any" } as const);
    return dependency.collect ? { of: "list", in: given } : given;
  }

  /** What the name of a generic node stands for, as it is called here. */
  function calledPath(producer: FlowNode): TypePath {
    const call = { of: "call", index: indexOf.get(producer)! } as const;
    return producer.parallel ? itemPath(call) : call;
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
    return consumer.dependencies.flatMap((dependency, index) => {
      const producer = producerOf(dependency);
      const explanation = explanations[index];
      return producer && explanation ? { producer, consumer, dependency, explanation } : [];
    });
  }

  /** The generic nodes of which all is known that their types hang on. */
  function knownOf(): ReadonlySet<FlowNode> {
    const known = new Set<FlowNode>();
    const isKnown = (producer: FlowNode | undefined): boolean => producer !== undefined && (!isGeneric(producer) || known.has(producer));
    for (const node of order) {
      if (node.dependencies.every((dependency) => !dependency.isGeneric || isKnown(producerOf(dependency)))) known.add(node);
    }
    return known;
  }

  function described(node: FlowNode, { types, type: result }: CallAnswer): FlowNode {
    const { schema: _, ...rest } = node;
    const type = (node.parallel && itemOf(types, result, PARALLEL)) ?? result;
    const schema = createSchemas(types).schemaOf(type);
    return { ...rest, typeText: types.textOf(type), ...(schema && { schema }) };
  }
}

/** Whether its result, or what it takes, hangs on how it is called. */
function isGeneric({ isGeneric, dependencies }: FlowNode): boolean {
  return isGeneric || dependencies.some((dependency) => dependency.isGeneric);
}
