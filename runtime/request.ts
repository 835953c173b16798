import { RequestError } from "./errors.js";
import { features } from "./features.js";
import type { Graph } from "./graph.js";
import { listNames, listProblems, type Problem, type UnknownNameProblem } from "./problems.js";
import { suggest } from "./suggest.js";

/** The names that a request speaks of: all that a plan depends on. */
export interface Request {
  readonly finalVars: readonly string[];
  readonly inputs: readonly string[];
  readonly overrides: readonly string[];
}

/** What is wrong with the names of a request, each for itself. */
export function nameProblems(graph: Graph, { finalVars, inputs, overrides }: Request): Problem[] {
  const problems: Problem[] = [];
  const overridden = new Set(overrides);
  for (const name of new Set(finalVars)) {
    const id = graph.ids.get(name);
    const problem = id === undefined ? unknownName(graph, "unknown-final-var", name) : overridden.has(name) ? undefined : features.blocks?.innerNodeProblem(graph, id);
    if (problem !== undefined) problems.push(problem);
  }
  for (const name of inputs) {
    const problem = inputNameProblem(graph, name);
    if (problem !== undefined) problems.push(problem);
  }
  for (const name of overrides) {
    if (!graph.ids.has(name)) problems.push(unknownName(graph, "unknown-override", name));
  }
  return problems;
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
  switch (id === undefined ? undefined : graph.vertices.at(id).kind) {
    case "input":
      return undefined;
    case "function":
      return {
        code: "input-is-computed",
        name,
        message: `'${name}' is computed by the dataflow, and cannot be an input. To put a value in its place, pass it as an override.`,
      };
    case "config":
      return {
        code: "input-in-config",
        name,
        message: `'${name}' is fixed by the config, and cannot be an input as well. To change it for one run, pass it as an override.`,
      };
    default:
      return unknownName(graph, "unknown-input", name);
  }
}

function unknownName(graph: Graph, code: UnknownNameProblem["code"], name: string): UnknownNameProblem {
  const known = code === "unknown-input" ? [...graph.vertices].filter(({ kind }) => kind === "input").map((vertex) => vertex.name) : [...graph.ids.keys()];
  const what = code === "unknown-input" ? "input" : code === "unknown-override" ? "node or input to override" : "node, input or config value";
  const suggestion = suggest(name, known);
  const remedy =
    suggestion !== undefined
      ? `Did you mean '${suggestion}'?`
      : known.length === 0
        ? "It has none."
        : code === "unknown-input"
          ? `Its inputs are ${listNames(known)}.`
          : `It has ${listNames(known)}.`;
  return { code, name, ...(suggestion !== undefined && { suggestion }), message: `The dataflow has no ${what} '${name}'. ${remedy}` };
}
