import type { FunctionVertex } from "../graph.js";
import type { StepList } from "../steps.js";

/** The steps of a stage: each a step of the whole plan, or what stands for one that the engine takes itself. */
export function stageStepsOf(whole: StepList, steps: readonly (number | FunctionVertex)[]): StepList {
  return {
    length: steps.length,
    at(step) {
      const own = steps[step]!;
      return typeof own === "number" ? whole.at(own) : own;
    },
  };
}
