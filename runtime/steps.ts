import type { FunctionVertex } from "./graph.js";
import { vertexAt, type Vertices } from "./vertices.js";

/** Steps, each by what is known of its node. */
export interface StepList {
  readonly length: number;
  at(step: number): FunctionVertex;
}

/** The nodes that a plan runs, in order, by their ids. */
export function stepsOf(vertices: Vertices, ids: Int32Array): StepList {
  return { length: ids.length, at: (step) => vertexAt(vertices, ids[step]!) as FunctionVertex };
}

export function listSteps(steps: StepList): FunctionVertex[] {
  return Array.from({ length: steps.length }, (_, step) => steps.at(step));
}
