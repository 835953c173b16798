import { type ExplainedVariant, explainedVariant } from "../declare/explained-variant.js";
import { dependenciesOf, type Graph } from "../graph.js";
import { type GivenValues, missingInputs } from "../inputs.js";
import type { ManifestNode } from "../manifest.js";
import type { Plan } from "../plan.js";
import { slotRoutesIn } from "../plan-route.js";
import { listSteps } from "../steps.js";
import { listVertices, vertexAt } from "../vertices.js";

/** What a request would do: plain data, the same for the same dataflow and request. */
export interface ExplainedPlan {
  readonly finalVars: readonly string[];
  /** What has a value before anything runs, and inputs that have none. */
  readonly given: readonly ExplainedValue[];
  /** What would run, dependencies before dependents. Promises overlap: a step starts as soon as what it needs is there. */
  readonly steps: readonly ExplainedStep[];
  /** What would not run. */
  readonly skipped: readonly SkippedNode[];
  /** Inputs and overrides of the request that nothing in it takes. */
  readonly unused: readonly string[];
}

export interface ExplainedValue {
  readonly name: string;
  readonly type: string;
  /** Where the value comes from; `nobody`, if it has none. */
  readonly from: "inputs" | "overrides" | "config" | "default" | "nobody";
  /** Whether the request cannot run without it. */
  readonly required: boolean;
  /** The route to it, as for a step. */
  readonly because: readonly string[];
}

export interface ExplainedStep {
  readonly name: string;
  readonly type: string;
  /** The module that defines it. */
  readonly module: string;
  /** What it takes, in order of its parameters. */
  readonly needs: readonly string[];
  /** The shortest route from a final var down to it: each needs the next. In the middle of more than 100 names stands `…`. */
  readonly because: readonly string[];
  /** Whether it returns a promise. */
  readonly async: boolean;
  /** Inside a block: the node for each of whose items it runs. */
  readonly forEach?: string;
  /** Which of the variants of its name it is: the config has chosen it. */
  readonly variant?: ExplainedVariant;
  readonly tags: Readonly<NonNullable<ManifestNode["tags"]>>;
}

/**
 * A node that would not run: no final var needs it, an override stands in for it, or it serves only nodes that are
 * overridden; or it is not there at all, since the config leaves this variant out.
 */
export interface SkippedNode {
  readonly name: string;
  readonly reason: "not-needed" | "overridden" | "upstream-of-override" | "left-out-by-config";
  /** From a final var down to it, past the override; empty for what is not needed. */
  readonly because: readonly string[];
  /** Which of the variants of its name it is. */
  readonly variant?: ExplainedVariant;
}

/** Tells what a plan runs, in which order and why, and what it leaves out. */
export function explainPlan(plan: Plan, values: GivenValues): ExplainedPlan {
  const routeTo = slotRoutesIn(plan);
  const requested = new Set(plan.finalVars);
  const missing = new Set(missingInputs(plan, values).map(({ name }) => name));
  const given = plan.given.flatMap(({ name, vertex, giver, requiredBy }, slot): ExplainedValue[] => {
    if (vertex === undefined || giver === "run" || giver === "frame") return [];
    const from = missing.has(name) ? "nobody" : giver;
    const required = requiredBy !== -1 || requested.has(name);
    return [{ name, type: vertex.type, from, required, because: shorten(routeTo(slot)) }];
  });
  const steps = listSteps(plan.steps).map(
    ({ name, type, node, source }, step): ExplainedStep => ({
      name,
      type,
      module: source.manifest.module,
      needs: node.dependencies.filter(({ provided }) => provided === undefined).map((dependency) => dependency.name),
      because: shorten(routeTo(plan.given.length + step)),
      async: node.async,
      ...blockOf(plan.graph, name),
      ...variantOf(node),
      tags: node.tags ?? {},
    }),
  );
  const used = new Set([...given, ...steps].map(({ name }) => name));
  const unused = Object.keys({ ...values.inputs, ...values.overrides }).filter((name) => !used.has(name));
  return { finalVars: plan.finalVars, given, steps, skipped: skippedNodes(plan), unused };
}

function blockOf({ blocks, ids, vertices }: Graph, name: string): { forEach?: string } {
  const opener = blocks?.[ids.get(name)!] ?? -1;
  return opener === -1 ? {} : { forEach: vertexAt(vertices, opener).name };
}

function skippedNodes({ graph, given, steps, finalVars }: Plan): SkippedNode[] {
  const running = new Set(listSteps(steps).map(({ name }) => name));
  const overridden = new Set(given.filter(({ giver }) => giver === "overrides").map(({ name }) => name));
  const routeTo = routesFrom(graph, finalVars);
  const idle = listVertices(graph.vertices).flatMap((vertex, id): SkippedNode[] => {
    if (vertex.kind !== "function" || running.has(vertex.name)) return [];
    const { name, node } = vertex;
    const because = shorten(routeTo(id));
    const reason = because.length === 0 ? "not-needed" : overridden.has(name) ? "overridden" : "upstream-of-override";
    return [{ name, reason, because, ...variantOf(node) }];
  });
  const leftOut = graph.vertices.sources.flatMap(({ said, manifest }) => {
    const standing = new Set(manifest.nodes);
    return said.nodes.filter((node) => !standing.has(node));
  });
  return [...idle, ...leftOut.map((node): SkippedNode => ({ name: node.name, reason: "left-out-by-config", because: shorten(routeTo(graph.ids.get(node.name))), ...variantOf(node) }))];
}

function variantOf(node: ManifestNode): { variant?: ExplainedVariant } {
  const variant = explainedVariant(node);
  return variant === undefined ? {} : { variant };
}

/** The shortest route from a final var down to each variable, whatever is overridden on it. */
function routesFrom(graph: Graph, finalVars: readonly string[]): (id: number | undefined) => string[] {
  const queue = finalVars.map((name) => graph.ids.get(name)!);
  const parents = new Map(queue.map((id) => [id, -1]));
  for (const id of queue) {
    for (const dependency of dependenciesOf(graph, id)) {
      if (dependency < 0 || parents.has(dependency)) continue;
      parents.set(dependency, id);
      queue.push(dependency);
    }
  }
  return (target) => {
    const route: string[] = [];
    for (let id = target !== undefined && parents.has(target) ? target : -1; id !== -1; id = parents.get(id)!) route.push(vertexAt(graph.vertices, id).name);
    return route.reverse();
  };
}

const MOST_NAMES = 100;

/** A chain of ten thousand nodes would be told in fifty million names. */
function shorten(route: readonly string[]): readonly string[] {
  return route.length <= MOST_NAMES ? route : [...route.slice(0, MOST_NAMES / 2), "…", ...route.slice(-MOST_NAMES / 2)];
}
