import { ConfigError } from "../config-error.js";
import type { GivenValues } from "../inputs.js";
import type { JsonSchema } from "../manifest.js";
import type { Plan } from "../plan.js";
import { listProblems, type Problem, type WrongTypeProblem } from "../problems.js";
import { vertexAt, type Vertices } from "../vertices.js";
import { checkSchema, type SchemaMismatch } from "./check-schema.js";

/** The values of a call, and of a config that was not checked before, which do not have the type that their nodes ask for. */
export function wrongValues({ given }: Plan, { inputs }: GivenValues): WrongTypeProblem[] {
  const problems: WrongTypeProblem[] = [];
  for (let slot = 0; slot < given.length; slot++) {
    const { name, vertex, giver } = given[slot]!;
    if (vertex?.kind === "config" && giver === "config") problems.push(...typeProblems(name, vertex.schemas, vertex.value, "Config value"));
    if (vertex?.kind === "input" && giver === "inputs" && inputs[name] !== undefined) problems.push(...typeProblems(name, vertex.schemas, inputs[name], "Input"));
  }
  return problems;
}

/** Throws if a config value does not have the type of the input that it stands for. */
export function checkConfig(vertices: Vertices, ids: ReadonlyMap<string, number>, config: ReadonlyMap<string, unknown>): void {
  const problems: Problem[] = [];
  for (const [name, value] of config) {
    const id = ids.get(name);
    const vertex = id === undefined ? undefined : vertexAt(vertices, id);
    if (vertex?.kind === "input" && value !== undefined) problems.push(...typeProblems(name, vertex.schemas, value, "Config value"));
  }
  if (problems.length > 0) throw new ConfigError(listProblems("The config", problems), problems);
}

function typeProblems(name: string, schemas: readonly JsonSchema[], value: unknown, what: string): WrongTypeProblem[] {
  const mismatches = schemas.flatMap((schema) => checkSchema(schema, value, name));
  return mismatches.length === 0 ? [] : tellMismatches(name, mismatches, what);
}

/** What several modules ask alike is told once. */
function tellMismatches(name: string, mismatches: readonly SchemaMismatch[], what: string): WrongTypeProblem[] {
  const problems = mismatches.map(({ path, expected, got }) => ({
    code: "wrong-type" as const,
    name,
    path,
    expected,
    got,
    message: `${what} '${name}' has the wrong type${path === name ? "" : ` at '${path}'`}: expected ${expected}, got ${got}.`,
  }));
  return [...new Map(problems.map((each) => [each.message, each])).values()];
}
