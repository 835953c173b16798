import { readNames, readRequest } from "../arguments.js";
import { features } from "../features.js";
import type { Graph } from "../graph.js";
import { type PlanCache, planFor } from "../plan-cache.js";
import { findVariables, refuse } from "../request.js";
import { between, downstream, upstream } from "../traverse.js";
import { type ExplainedPlan, explainPlan } from "./explain-plan.js";
import { inputSchema, type InputSchema } from "./input-schema.js";
import { readFilter } from "./tag-query.js";
import { type Variable, variables } from "./variable.js";

const questions = {
  inputSchema(plans: PlanCache, finalVars: unknown, options: unknown): InputSchema {
    return inputSchema(ask("inputSchema", plans, finalVars, options).plan);
  },

  explainPlan(plans: PlanCache, finalVars: unknown, options: unknown): ExplainedPlan {
    const { plan, call } = ask("explainPlan", plans, finalVars, options);
    return explainPlan(plan, call);
  },

  exportExecution(plans: PlanCache, finalVars: unknown, options: unknown): string {
    const { plan, call } = ask("exportExecution", plans, finalVars, options);
    return JSON.stringify(explainPlan(plan, call), undefined, 2);
  },

  listAvailableVariables({ graph }: PlanCache, filter: unknown): Variable[] {
    return variables(graph).filter(readFilter(filter));
  },

  whatIsUpstreamOf({ graph }: PlanCache, names: readonly string[]): Variable[] {
    return variables(graph, upstream(graph, find("whatIsUpstreamOf", graph, names)));
  },

  whatIsDownstreamOf({ graph }: PlanCache, names: readonly string[]): Variable[] {
    return variables(graph, downstream(graph, find("whatIsDownstreamOf", graph, names)));
  },

  whatIsThePathBetween({ graph }: PlanCache, from: string, to: string): Variable[] {
    const [start, end] = find("whatIsThePathBetween", graph, [from, to]) as [number, number];
    return variables(graph, between(graph, start, end));
  },
};

/** What a driver answers about its dataflow, by method. */
export type Questions = typeof questions;

features.questions = questions;

function ask(method: string, plans: PlanCache, finalVars: unknown, options: unknown) {
  const call = readRequest(method, finalVars, options);
  const plan = planFor(plans, call.request);
  refuse(plan.problems);
  return { plan, call };
}

function find(method: string, graph: Graph, names: readonly string[]): number[] {
  return findVariables(graph, readNames(method, "names", names));
}
