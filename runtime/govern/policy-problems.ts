import type { Call } from "../arguments.js";
import { declaredPolicies } from "../declare/declared-policies.js";
import type { Graph } from "../graph.js";
import type { Plan } from "../plan.js";
import { listNames, type Problem } from "../problems.js";
import { suggest } from "../explain/suggest.js";
import { listSteps } from "../steps.js";
import { listVertices } from "../vertices.js";
import { retryOf } from "./choose.js";
import { type Choices, type Policies, policiesOf } from "./read-policies.js";

/** Where there are policies: what is wrong with the call's, and with those of the nodes for a run that cannot wait. */
export function policyProblems(plan: Plan, call: Call, isSync: boolean): readonly Problem[] {
  const { policies } = call;
  const unknown = policies === undefined ? NONE : unknownNames(plan.graph, policies);
  return isSync ? [...unknown, ...delayedRetry(plan, policiesOf(call))] : unknown;
}

const NONE: readonly Problem[] = [];

/** The names in policies that are no node's, no tag's and no pool's. */
function unknownNames(graph: Graph, { retry, timeout, pools }: Policies): Problem[] {
  const problems: Problem[] = [];
  const check = (option: string, what: "node" | "tag" | "pool", name: string, known: () => Iterable<string>): void => {
    const names = [...known()];
    const suggestion = suggest(name, names);
    const remedy = suggestion !== undefined ? `Did you mean '${suggestion}'?` : names.length === 0 ? "It has none." : `It has ${listNames(names)}.`;
    const message = `'${option}' speaks of the ${what} '${name}', which the dataflow does not have. ${remedy}`;
    problems.push({ code: `unknown-${what}`, name, ...(suggestion !== undefined && { suggestion }), message });
  };
  const checkChoices = (option: string, { nodes, tags }: Choices<unknown>): void => {
    for (const name of nodes.keys()) if (!isNode(graph, name) && !isLeftOut(graph, name)) check(`${option}.nodes`, "node", name, () => nodeNames(graph));
    for (const name of tags.keys()) if (!tagNames(graph).has(name)) check(`${option}.tags`, "tag", name, () => tagNames(graph));
  };
  checkChoices("retry", retry);
  checkChoices("timeout", timeout);
  for (const name of pools.keys()) {
    if (!tagNames(graph).has(name) && !poolNames(graph).has(name)) check("concurrency", "pool", name, () => [...poolNames(graph), ...tagNames(graph)]);
  }
  return problems;
}

/** A node that would be tried again after a while, for a run that cannot wait. */
function delayedRetry({ steps }: Plan, policies: Policies): Problem[] {
  const delayed = listSteps(steps).find((vertex) => {
    const rule = retryOf(vertex, policies);
    return rule !== undefined && rule.times > 0 && rule.delay > 0;
  });
  if (delayed === undefined) return [];
  const { name } = delayed;
  return [{ code: "delayed-retry", name, message: `'executeSync' cannot wait to try '${name}' again, whose retry has a delay. Use 'execute', or no delay.` }];
}

function isNode({ ids, vertices }: Graph, name: string): boolean {
  const id = ids.get(name);
  return id !== undefined && vertices.nodes[id] !== undefined;
}

/** Whether it is a node under another config: one object may hold the policies of the drivers of all configs. */
function isLeftOut({ vertices }: Graph, name: string): boolean {
  return vertices.sources.some(({ said, manifest }) => said !== manifest && said.nodes.some((node) => node.name === name));
}

function nodeNames({ vertices }: Graph): string[] {
  return listVertices(vertices).filter(({ kind }) => kind === "function").map(({ name }) => name);
}

const tagsByGraph = new WeakMap<Graph, ReadonlySet<string>>();

/** The keys of all tags, and the values that are strings. */
function tagNames(graph: Graph): ReadonlySet<string> {
  let names = tagsByGraph.get(graph);
  if (names === undefined) {
    const entries = graph.vertices.sources.flatMap(({ said }) => said.nodes.flatMap((node) => Object.entries<unknown>(node.tags ?? {})));
    names = new Set(entries.flatMap(([key, value]) => [key, value].flat()).filter((each): each is string => typeof each === "string"));
    tagsByGraph.set(graph, names);
  }
  return names;
}

function poolNames({ vertices }: Graph): ReadonlySet<string> {
  return new Set(listVertices(vertices).flatMap((vertex) => (vertex.kind === "function" ? (declaredPolicies(vertex).concurrency ?? []) : [])));
}
