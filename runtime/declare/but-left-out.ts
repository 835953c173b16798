import type { Graph } from "../graph.js";
import type { Problem } from "../problems.js";

/**
 * The problems of a request, but for what it gives to a variant that the config leaves out, or in its place: one object may
 * hold what the drivers of all configs need.
 */
export function butLeftOut({ vertices }: Graph, problems: readonly Problem[]): readonly Problem[] {
  const isElsewhere = (name: string): boolean =>
    vertices.sources.some(({ said, manifest }) => said !== manifest && [...said.nodes, ...said.inputs].some((each) => each.name === name));
  return problems.filter(({ code, name }) => !((code === "unknown-input" || code === "unknown-override") && isElsewhere(name)));
}
