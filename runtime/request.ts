import { RequestError } from "./errors.js";
import { features } from "./features.js";
import type { Graph } from "./graph.js";
import { listNames, listProblems, type Problem, type UnknownNameProblem } from "./problems.js";
import { vertexAt } from "./vertices.js";

/** The names that a request speaks of: all that a plan depends on. */
export interface Request {
  readonly finalVars: readonly string[];
  readonly inputs: readonly string[];
  readonly overrides: readonly string[];
}

/** What the names of a request stand for in a graph, and what is wrong with them, each for itself. */
export interface FoundNames {
  /** Those that the graph has, each once. */
  readonly finalVars: string[];
  readonly finalIds: number[];
  /** The ids of the overrides. */
  readonly overridden: Set<number | undefined>;
  readonly problems: readonly Problem[];
}

export function findNames(graph: Graph, request: Request): FoundNames {
  const { ids, vertices, blocks } = graph;
  const overridden = new Set(request.overrides.map((name) => ids.get(name)));
  const finalVars: string[] = [];
  const finalIds: number[] = [];
  const problems: Problem[] = [];
  for (const name of new Set(request.finalVars)) {
    const id = ids.get(name);
    if (id === undefined) problems.push(unknownName(graph, "unknown-final-var", name));
    else {
      finalVars.push(name);
      finalIds.push(id);
      const problem = blocks && !overridden.has(id) && features.blocks!.innerNodeProblem(graph, id);
      if (problem) problems.push(problem);
    }
  }
  for (const name of request.inputs) {
    const id = ids.get(name);
    const kind = id === undefined ? undefined : vertexAt(vertices, id).kind;
    if (kind !== "input") problems.push(kind === undefined ? unknownName(graph, "unknown-input", name) : notAnInput(name, kind));
  }
  for (const name of request.overrides) if (!ids.has(name)) problems.push(unknownName(graph, "unknown-override", name));
  return { finalVars, finalIds, overridden, problems: (problems.length > 0 && features.declarations?.butLeftOut(graph, problems)) || problems };
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

function notAnInput(name: string, kind: "function" | "config"): Problem {
  const [code, why] = kind === "function" ? (["input-is-computed", "computed by the dataflow"] as const) : (["input-in-config", "fixed by the config"] as const);
  return { code, name, message: `'${name}' is ${why}, and cannot be an input as well. To put a value in its place, pass it as an override.` };
}

function unknownName(graph: Graph, code: UnknownNameProblem["code"], name: string): UnknownNameProblem {
  const isInput = code === "unknown-input";
  const known = [...graph.ids.keys()].filter((each) => !isInput || vertexAt(graph.vertices, graph.ids.get(each)!).kind === "input");
  const what = isInput ? "input" : "node, input or config value";
  const suggestion = features.explanations?.suggest(name, known);
  const remedy = suggestion === undefined ? `It has ${listNames(known) || "none"}.` : `Did you mean '${suggestion}'?`;
  return { code, name, ...(suggestion !== undefined && { suggestion }), message: `The dataflow has no ${what} '${name}'. ${remedy}` };
}
