import { readCall } from "../arguments.js";
import { ArgumentError, NodeError } from "../errors.js";
import type { Graph } from "../graph.js";
import { compilePlan } from "../plan.js";
import { tell } from "../tell.js";
import { executeGoverned } from "./execute-governed.js";

/** Runs the node that has failed once more, with what it got then. */
export async function replay(graph: Graph, error: unknown): Promise<unknown> {
  if (!(error instanceof NodeError)) throw new ArgumentError("replay", `'replay' takes a NodeError, not ${tell(error)}.`);
  const { node, inputs } = error;
  if (inputs === undefined) throw new ArgumentError("replay", `'replay' cannot tell what node '${node}' got. Run it with 'captureInputs: true'.`);
  const id = graph.ids.get(node);
  if (id === undefined || graph.vertices.nodes[id] === undefined) {
    throw new ArgumentError("replay", `'replay' takes an error of this driver, which computes no '${node}'.`);
  }
  const call = readCall("replay", [node], { overrides: inputs, captureInputs: true });
  // What it got stands for all that it depends on: inside a block too it runs alone.
  const { blocks: _, ...flat } = graph;
  const results = (await executeGoverned(compilePlan(flat, call.request), call, undefined)) as Record<string, unknown>;
  return results[node];
}
