import { finalVarsOf } from "../manifest-of.mjs";
import { contender as loopOver } from "./loop.mjs";

/** The loop, whose results are an object by name, as icosian's are. */
export function contender(graph) {
  const names = finalVarsOf(graph);
  const build = loopOver(graph);
  return () => {
    const run = build();
    return (x) => {
      const results = {};
      run(x).forEach((value, k) => (results[names[k]] = value));
      return results;
    };
  };
}

export const read = Object.values;
