import { checkSchema } from "./check-schema.js";
import { ConfigError } from "./errors.js";
import type { JsonSchema } from "./manifest.js";
import type { Plan } from "./plan.js";
import { routesIn } from "./plan-route.js";
import { listProblems, type MissingInputProblem, type Problem, tellRoute, type WrongTypeProblem } from "./problems.js";
import type { Vertices } from "./vertices.js";

/** The values that a call brings. */
export interface GivenValues {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly overrides: Readonly<Record<string, unknown>>;
}

/** The inputs that a plan needs and that have no value: `undefined` is none where the input is required. */
export function missingInputs(plan: Plan, values: GivenValues): MissingInputProblem[] {
  const problems: MissingInputProblem[] = [];
  let routes: ReturnType<typeof routesIn> | undefined;
  plan.given.forEach(({ name, vertex, giver, requiredBy }, slot) => {
    if (vertex?.kind !== "input" || vertex.declared?.hasDefault) return;
    const requested = giver === "nobody" && plan.finalSlots.includes(slot);
    if (!requested && (requiredBy === -1 || givenValue(giver, name, values) !== undefined)) return;
    const route = requiredBy === -1 ? [name] : [...(routes ??= routesIn(plan))(requiredBy), name];
    const why = route.length === 1 ? "it is requested itself" : tellRoute(route, `input '${name}'`);
    problems.push({ code: "missing-input", name, route, message: `Input '${name}' is missing: ${why}. Pass it in 'inputs'.` });
  });
  return problems;
}

/** The inputs of a call whose values do not have the type that their nodes ask for. */
export function wrongInputs(plan: Plan, { inputs }: GivenValues): WrongTypeProblem[] {
  const problems: WrongTypeProblem[] = [];
  for (const { name, vertex, giver } of plan.given) {
    if (giver !== "inputs" || vertex?.kind !== "input") continue;
    if (inputs[name] !== undefined) problems.push(...typeProblems(name, vertex.schemas, inputs[name], "Input"));
  }
  return problems;
}

/** Throws if a config value does not have the type of the input that it stands for. */
export function checkConfig(vertices: Vertices, ids: ReadonlyMap<string, number>, config: ReadonlyMap<string, unknown>): void {
  const problems: Problem[] = [];
  for (const [name, value] of config) {
    const id = ids.get(name);
    const vertex = id === undefined ? undefined : vertices.at(id);
    if (vertex?.kind === "input" && value !== undefined) problems.push(...typeProblems(name, vertex.schemas, value, "Config value"));
  }
  if (problems.length > 0) throw new ConfigError(listProblems("The config", problems), problems);
}

/** The value that an input or an override has in this call. */
export function givenValue(giver: string, name: string, { inputs, overrides }: GivenValues): unknown {
  return giver === "inputs" ? inputs[name] : giver === "overrides" ? overrides[name] : undefined;
}

function typeProblems(name: string, schemas: readonly JsonSchema[], value: unknown, what: string): WrongTypeProblem[] {
  return schemas.flatMap((schema) =>
    checkSchema(schema, value, name).map(({ path, expected, got }) => ({
      code: "wrong-type" as const,
      name,
      path,
      expected,
      got,
      message: `${what} '${name}' has the wrong type${path === name ? "" : ` at '${path}'`}: expected ${expected}, got ${got}.`,
    })),
  );
}

/** The first async node of a plan, for a run that cannot wait. */
export function asyncNode(plan: Plan): Problem[] {
  const step = plan.firstAsync;
  if (step === -1) return [];
  const route = routesIn(plan)(step);
  const name = plan.steps.at(step).name;
  const why = route.length > 1 ? ` (${tellRoute(route)})` : "";
  return [{ code: "async-node", name, route, message: `'executeSync' cannot wait for '${name}'${why}, which is async. Use 'execute'.` }];
}
