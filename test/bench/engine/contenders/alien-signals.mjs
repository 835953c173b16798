import { computed, signal } from "alien-signals";
import { byArity } from "../by-arity.mjs";

/** A computed signal for each node; a new run sets the input, and with it everything is stale. */
export function contender({ functions, dependencies, finals }) {
  return () => {
    const input = signal(0);
    const signals = [];
    functions.forEach((fn, i) => {
      const sources = dependencies[i].length === 0 ? [input] : dependencies[i].map((each) => signals[each]);
      signals.push(computed(byArity(fn, sources, (source) => source())));
    });
    return (x) => {
      input(x);
      return finals.map((i) => signals[i]());
    };
  };
}
