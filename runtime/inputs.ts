import { features } from "./features.js";
import type { Plan } from "./plan.js";
import { routesIn } from "./plan-route.js";
import { type MissingInputProblem, type Problem, tellRoute } from "./problems.js";

/** The values that a call brings. */
export interface GivenValues {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly overrides: Readonly<Record<string, unknown>>;
}

/** The inputs that a plan needs and that have no value: `undefined` is none where the input is required. */
export function missingInputs(plan: Plan, values: GivenValues): MissingInputProblem[] {
  const problems: MissingInputProblem[] = [];
  let routes: ReturnType<typeof routesIn> | undefined;
  for (let slot = 0; slot < plan.given.length; slot++) {
    const { name, vertex, giver, requiredBy } = plan.given[slot]!;
    if (vertex?.kind !== "input" || vertex.declared?.hasDefault) continue;
    const requested = giver === "nobody" && plan.finalSlots.includes(slot);
    if (!requested && (requiredBy === -1 || givenValue(giver, name, values) !== undefined)) continue;
    const route = requiredBy === -1 ? [name] : [...(routes ??= routesIn(plan))(requiredBy), name];
    const why = route.length === 1 ? "it is requested itself" : tellRoute(route, `input '${name}'`);
    const remedy = features.declarations?.lostVariants(plan.graph, name) ?? "Pass it in 'inputs'.";
    problems.push({ code: "missing-input", name, route, message: `Input '${name}' is missing: ${why}. ${remedy}` });
  }
  return problems;
}

/** The value that an input or an override has in this call. */
export function givenValue(giver: string, name: string, { inputs, overrides }: GivenValues): unknown {
  return giver === "inputs" ? inputs[name] : giver === "overrides" ? overrides[name] : undefined;
}

/** The first async node of a plan that has one, for a run that cannot wait. */
export function asyncNode(plan: Plan): Problem {
  const route = routesIn(plan)(plan.firstAsync);
  const name = route.at(-1)!;
  const why = route.length > 1 ? ` (${tellRoute(route)})` : "";
  return { code: "async-node", name, route, message: `'executeSync' cannot wait for '${name}'${why}, which is async. Use 'execute'.` };
}
