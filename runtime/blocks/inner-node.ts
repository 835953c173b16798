import { dependenciesOf, type Graph, SIGNAL } from "../graph.js";
import { type InnerNodeProblem, listNames, tellRoute } from "../problems.js";
import { listVertices, vertexAt } from "../vertices.js";
import { opensBlock } from "./membership.js";

/** Why a variable cannot be requested: it has a value for each item of a block. Nothing if it can be. */
export function innerNodeProblem(graph: Graph, id: number): InnerNodeProblem | undefined {
  const { vertices, blocks } = graph;
  const node = vertices.nodes[id];
  // What config puts in a node's place is one value.
  if (blocks === undefined || node === undefined) return undefined;
  const opener = opensBlock(vertices, id) ? id : blocks[id]!;
  if (opener === -1) return undefined;
  const { name } = node;
  const block = vertexAt(vertices, opener).name;
  const route = routeTo(graph, id, opener);
  const why = opener === id ? "it opens a block, and has many items" : `it has a value for each item of '${block}' (${tellRoute(route)})`;
  const collectors = listVertices(vertices).flatMap((each) => (each.kind === "function" && each.node.dependencies.some((one) => one.collect && one.name === name) ? [each.name] : []));
  const remedy = collectors.length > 0 ? `Request what collects it: ${listNames(collectors)}.` : "Request a node that takes it as 'Collect'.";
  return { code: "inner-node", name, block, route, message: `'${name}' cannot be requested: ${why}. ${remedy}` };
}

/** The shortest way from a variable up to one that it needs, as names; both alone where values stand in between. */
function routeTo(graph: Graph, from: number, to: number): string[] {
  const parents = new Map<number, number>([[from, -1]]);
  for (const id of parents.keys()) {
    if (id === to) break;
    for (const dependency of dependenciesOf(graph, id)) if (dependency !== SIGNAL && !parents.has(dependency)) parents.set(dependency, id);
  }
  const name = (id: number): string => vertexAt(graph.vertices, id).name;
  if (!parents.has(to)) return [name(from), name(to)];
  const route: string[] = [];
  for (let id = to; id !== -1; id = parents.get(id)!) route.unshift(name(id));
  return route;
}
