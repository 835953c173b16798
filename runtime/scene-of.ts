import { blockChain, isMany, opensBlock } from "./blocks/membership.js";
import { validatedNode } from "./declare/operation.js";
import type { Scene, SceneEdge, SceneNode } from "./drawing/scene.js";
import { dependenciesOf, type Graph, SIGNAL, type Vertex } from "./graph.js";
import { missingInputs } from "./inputs.js";
import type { Plan } from "./plan.js";
import { findVariables, refuse } from "./request.js";
import { listSteps } from "./steps.js";
import { between, downstream, upstream } from "./traverse.js";
import { listVertices, vertexAt } from "./vertices.js";

/** Every variable, but for config values that no node asks for. */
export function sceneOfAll(graph: Graph): Scene {
  const used = new Uint8Array(graph.vertices.length);
  for (const id of graph.dependencies) if (id !== SIGNAL) used[id] = 1;
  return sceneOf(
    graph,
    listVertices(graph.vertices).flatMap((vertex, id) => (vertex.kind === "config" && used[id] === 0 ? [] : [id])),
  );
}

/** What the names need, themselves included. */
export function sceneOfUpstream(graph: Graph, names: readonly string[]): Scene {
  return sceneOf(graph, marked(upstream(graph, findVariables(graph, names))));
}

/** What needs one of the names, themselves included. */
export function sceneOfDownstream(graph: Graph, names: readonly string[]): Scene {
  return sceneOf(graph, marked(downstream(graph, findVariables(graph, names))));
}

/** What lies between two names; without a path, the two alone. */
export function sceneOfPath(graph: Graph, from: string, to: string): Scene {
  const [start, end] = findVariables(graph, [from, to]) as [number, number];
  const path = marked(between(graph, start, end));
  return sceneOf(graph, path.length > 0 ? path : [...new Set([start, end])]);
}

/** What a request runs and what it is given; a missing input is marked, not refused. */
export function sceneOfExecution(plan: Plan, values: Parameters<typeof missingInputs>[1]): Scene {
  refuse(plan.problems);
  const { graph } = plan;
  const missing = new Set(missingInputs(plan, values).map(({ name }) => name));
  const overridden = new Set(plan.given.filter(({ giver }) => giver === "overrides").map(({ name }) => name));
  const requested = new Set(plan.finalVars);
  const names = [...plan.given.filter(({ vertex }) => vertex !== undefined), ...listSteps(plan.steps)].map(({ name }) => graph.ids.get(name)!);
  return sceneOf(graph, names, ({ name }) => ({
    ...(requested.has(name) && { requested: true }),
    ...(overridden.has(name) && { overridden: true }),
    ...(missing.has(name) && { missing: true }),
  }));
}

function sceneOf(graph: Graph, ids: readonly number[], marksOf: (vertex: Vertex) => Partial<SceneNode> = () => ({})): Scene {
  const positions = new Map(ids.map((id, position) => [id, position]));
  const nodes = ids.map((id) => {
    const vertex = vertexAt(graph.vertices, id);
    const marks = marksOf(vertex);
    // What stands in for a node is one value for all items.
    return { ...sceneNode(vertex), ...(vertex.kind === "function" && !marks.overridden && blocksAround(graph, id)), ...marks };
  });
  const edges: SceneEdge[] = [];
  ids.forEach((id, to) => {
    const vertex = vertexAt(graph.vertices, id);
    // Nothing goes into a node that a value stands in for.
    if (vertex.kind !== "function" || nodes[to]!.overridden) return;
    dependenciesOf(graph, id).forEach((dependency, index) => {
      const from = positions.get(dependency);
      if (from === undefined) return;
      const { optional, collect } = vertex.node.dependencies[index]!;
      const passes = !isMany(graph, dependency) ? undefined : collect ? "all" : opensBlock(graph.vertices, dependency) ? "each" : undefined;
      edges.push({ from, to, ...(optional && { optional: true }), ...(passes && { passes }) });
    });
  });
  return { nodes, edges };
}

/** The nodes for each of whose items it runs. */
function blocksAround({ vertices, blocks }: Graph, id: number): { blocks?: readonly string[] } {
  if (blocks === undefined || blocks[id] === -1) return {};
  return { blocks: blockChain(blocks, blocks[id]!).reverse().map((block) => vertexAt(vertices, block).name) };
}

function sceneNode(vertex: Vertex): SceneNode {
  const { name, type, kind } = vertex;
  if (vertex.kind !== "function") {
    const doc = vertex.declared?.doc;
    return { name, type, kind, ...(vertex.kind === "input" && vertex.optional && { optional: true }), ...(doc !== undefined && { doc }) };
  }
  const { node } = vertex;
  const validated = validatedNode(node);
  const doc = node.doc ?? (validated === undefined ? undefined : `Judges '${validated}'.`);
  return {
    name,
    type,
    kind,
    ...(node.async && { async: true }),
    ...(node.deprecated !== undefined && { deprecated: true }),
    ...(doc !== undefined && { doc }),
  };
}

function marked(marks: Uint8Array): number[] {
  const ids: number[] = [];
  marks.forEach((mark, id) => mark === 1 && ids.push(id));
  return ids;
}
