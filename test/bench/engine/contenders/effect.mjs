import { Effect } from "effect";

/** A cached effect for each node. It runs once, so that a new run needs new ones. */
export function contender({ functions, dependencies, finals, isAsync }) {
  return () => (x) => {
    const effects = [];
    functions.forEach((fn, i) => {
      const from = dependencies[i];
      const values = from.length === 0 ? Effect.succeed([x]) : Effect.all(from.map((each) => effects[each]));
      const node = isAsync ? Effect.flatMap(values, (list) => Effect.promise(() => fn(...list))) : Effect.map(values, (list) => fn(...list));
      effects.push(Effect.runSync(Effect.cached(node)));
    });
    const all = Effect.all(finals.map((i) => effects[i]), { concurrency: isAsync ? "unbounded" : 1 });
    return isAsync ? Effect.runPromise(all) : Effect.runSync(all);
  };
}
