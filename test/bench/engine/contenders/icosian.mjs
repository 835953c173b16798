import vm from "node:vm";
import { Builder } from "icosian";
import { finalVarsOf, manifestText, nameOf } from "../manifest-of.mjs";

/** A module as the compiler plugin would have left it, imported as a namespace, and a driver over it: sync where the nodes are. */
export async function contender(graph) {
  const manifest = JSON.parse(manifestText(graph));
  const names = graph.functions.map((_, i) => nameOf(i));
  // A namespace of these very functions: a file of source text would have functions of its own.
  const module = new vm.SyntheticModule([...names, "$manifest"], function () {
    names.forEach((name, i) => this.setExport(name, graph.functions[i]));
    this.setExport("$manifest", () => manifest);
  });
  await module.link(() => {});
  await module.evaluate();
  const finalVars = finalVarsOf(graph);
  return () => {
    const driver = new Builder().withModules(module.namespace).build();
    return graph.isAsync ? (x) => driver.execute(finalVars, { inputs: { x } }) : (x) => driver.executeSync(finalVars, { inputs: { x } });
  };
}

export const read = Object.values;
