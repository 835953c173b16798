import { finalVarsOf } from "./manifest-of.mjs";

/** A contender whose results are an object by name, as icosian's are. */
export function byName(contender) {
  return (graph) => {
    const names = finalVarsOf(graph);
    const build = contender(graph);
    return () => {
      const run = build();
      return (x) => {
        const results = {};
        run(x).forEach((value, k) => (results[names[k]] = value));
        return results;
      };
    };
  };
}
