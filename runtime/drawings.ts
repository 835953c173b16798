import { readNames } from "./arguments.js";
import { readDrawingOptions, readDrawnRequest, readName } from "./drawn-arguments.js";
import type { Drawing } from "./drawing/drawing.js";
import { draw } from "./drawing/index.js";
import type { Scene } from "./drawing/scene.js";
import { ArgumentError } from "./errors.js";
import { type PlanCache, planFor } from "./plan-cache.js";
import { sceneOfAll, sceneOfDownstream, sceneOfExecution, sceneOfPath, sceneOfUpstream } from "./scene-of.js";

// What a driver draws, by method. It loads this file on first use: a program that draws nothing does not pay for it.

export async function displayAllFunctions({ graph }: PlanCache, path: unknown, options: unknown): Promise<Drawing> {
  return drawAndSave("displayAllFunctions", path, options, () => sceneOfAll(graph));
}

export async function visualizeExecution(plans: PlanCache, finalVars: unknown, path: unknown, options: unknown): Promise<Drawing> {
  const { call, drawing } = readDrawnRequest("visualizeExecution", finalVars, options);
  return drawAndSave("visualizeExecution", path, drawing, () => sceneOfExecution(planFor(plans, call.request), call));
}

export async function visualizePathBetween({ graph }: PlanCache, from: unknown, to: unknown, path: unknown, options: unknown): Promise<Drawing> {
  const [start, end] = [readName("visualizePathBetween", "from", from), readName("visualizePathBetween", "to", to)];
  return drawAndSave("visualizePathBetween", path, options, () => sceneOfPath(graph, start, end));
}

export async function displayUpstreamOf({ graph }: PlanCache, names: unknown, path: unknown, options: unknown): Promise<Drawing> {
  return drawAndSave("displayUpstreamOf", path, options, () => sceneOfUpstream(graph, readNames("displayUpstreamOf", "names", names)));
}

export async function displayDownstreamOf({ graph }: PlanCache, names: unknown, path: unknown, options: unknown): Promise<Drawing> {
  return drawAndSave("displayDownstreamOf", path, options, () => sceneOfDownstream(graph, readNames("displayDownstreamOf", "names", names)));
}

async function drawAndSave(method: string, path: unknown, options: unknown, sceneOf: () => Scene): Promise<Drawing> {
  if (path !== undefined && typeof path !== "string") throw new ArgumentError(method, `'${method}' takes the path as a string.`);
  const scene = sceneOf();
  const drawing = draw(scene, readDrawingOptions(method, options));
  if (path !== undefined) await drawing.save(path);
  return drawing;
}
