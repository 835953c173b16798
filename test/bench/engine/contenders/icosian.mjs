import { writeFileSync } from "node:fs";
import path from "node:path";
import { Builder } from "icosian";
import { finalVarsOf, manifestText, nameOf } from "../manifest-of.mjs";
import { temporaryFolder } from "../../temporary-folder.mjs";

/** A module as the compiler plugin would have left it, imported as a namespace, and a driver over it: sync where the nodes are. */
export async function contender(graph) {
  const manifest = JSON.parse(manifestText(graph));
  // It exports these very functions: a file of its own functions would have nothing to be compared with.
  globalThis.benchmarked = { functions: graph.functions, manifest };
  const lines = graph.functions.map((_, i) => `export const ${nameOf(i)} = functions[${i}];`);
  const file = path.join(temporaryFolder(), "flow.mjs");
  writeFileSync(file, ["const { functions, manifest } = globalThis.benchmarked;", ...lines, "export function $manifest() { return manifest; }"].join("\n"));
  const flow = await import(file);
  const finalVars = finalVarsOf(graph);
  return () => {
    const driver = new Builder().withModules(flow).build();
    return graph.isAsync ? (x) => driver.execute(finalVars, { inputs: { x } }) : (x) => driver.executeSync(finalVars, { inputs: { x } });
  };
}

export const read = Object.values;
