import { Builder } from "icosian";
import { finalVarsOf, manifestText, nameOf } from "../manifest-of.mjs";

/** A module as the compiler plugin would have left it, and a driver over it: sync where the nodes are. */
export function contender(graph) {
  const module = { $manifest: JSON.parse(manifestText(graph)) };
  graph.functions.forEach((fn, i) => (module[nameOf(i)] = fn));
  const names = finalVarsOf(graph);
  return () => {
    const driver = new Builder().withModules(module).build();
    return graph.isAsync ? (x) => driver.execute(names, { inputs: { x } }) : (x) => driver.executeSync(names, { inputs: { x } });
  };
}

export const read = Object.values;
