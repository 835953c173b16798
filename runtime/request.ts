import { RequestError } from "./errors.js";
import { features } from "./features.js";
import type { Graph } from "./graph.js";
import { listNames, listProblems, type Problem, type UnknownNameProblem } from "./problems.js";

/** The names that a request speaks of: all that a plan depends on. */
export interface Request {
  readonly finalVars: readonly string[];
  readonly inputs: readonly string[];
  readonly overrides: readonly string[];
}

/** What is wrong with the names of a request, each for itself. */
export function nameProblems(graph: Graph, { finalVars, inputs, overrides }: Request): readonly Problem[] {
  const overridden = new Set(overrides);
  const finalVarProblem = (name: string): Problem | undefined => {
    const id = graph.ids.get(name);
    if (id === undefined) return unknownName(graph, "unknown-final-var", name);
    return graph.blocks === undefined || overridden.has(name) ? undefined : features.blocks?.innerNodeProblem(graph, id);
  };
  const found = [
    ...Array.from(new Set(finalVars), finalVarProblem),
    ...inputs.map((name) => inputNameProblem(graph, name)),
    ...overrides.map((name) => (graph.ids.has(name) ? undefined : unknownName(graph, "unknown-override", name))),
  ];
  const problems = found.filter((problem) => problem !== undefined);
  return features.declarations?.butLeftOut(graph, problems) ?? problems;
}

/** The ids of variables that a question asks about; throws if one is unknown. */
export function findVariables(graph: Graph, names: readonly string[]): number[] {
  const unknown = [...new Set(names)].filter((name) => !graph.ids.has(name));
  refuse(unknown.map((name) => unknownName(graph, "unknown-variable", name)));
  return names.map((name) => graph.ids.get(name)!);
}

/** Throws everything that is wrong at once, if anything is. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new RequestError(listProblems("The request", problems), problems);
}

function inputNameProblem(graph: Graph, name: string): Problem | undefined {
  const id = graph.ids.get(name);
  if (id === undefined) return unknownName(graph, "unknown-input", name);
  const { kind } = graph.vertices.at(id);
  if (kind === "input") return undefined;
  const [code, why] = kind === "function" ? (["input-is-computed", "computed by the dataflow"] as const) : (["input-in-config", "fixed by the config"] as const);
  return { code, name, message: `'${name}' is ${why}, and cannot be an input as well. To put a value in its place, pass it as an override.` };
}

function unknownName(graph: Graph, code: UnknownNameProblem["code"], name: string): UnknownNameProblem {
  const known = code === "unknown-input" ? [...graph.vertices].filter(({ kind }) => kind === "input").map((vertex) => vertex.name) : [...graph.ids.keys()];
  const what = code === "unknown-input" ? "input" : "node, input or config value";
  const suggestion = features.explanations?.suggest(name, known);
  const remedy = suggestion === undefined ? `It has ${listNames(known) || "none"}.` : `Did you mean '${suggestion}'?`;
  return { code, name, ...(suggestion !== undefined && { suggestion }), message: `The dataflow has no ${what} '${name}'. ${remedy}` };
}
