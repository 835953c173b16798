import { writeFileSync } from "node:fs";
import path from "node:path";
import { Builder } from "icosian";
import { finalVarsOf, manifestText, nameOf } from "../manifest-of.mjs";
import { temporaryFolder } from "../../temporary-folder.mjs";

/** As `icosian`, with the nodes in a file of their own, imported as a namespace: what users do. */
export async function contender(graph) {
  const file = path.join(temporaryFolder(), "flow.mjs");
  const lines = graph.dependencies.map(({ length }, i) => {
    const names = ["a", "b", "c"].slice(0, Math.max(1, length));
    return `export ${graph.isAsync ? "async " : ""}function ${nameOf(i)}(${names}) { return (${names.join(" + ")} + ${i}) | 0; }\n`;
  });
  const manifest = JSON.stringify(manifestText(graph));
  writeFileSync(file, `${lines.join("")}export function $manifest() { return JSON.parse(${manifest}); }\n`);
  const flow = await import(file);
  const names = finalVarsOf(graph);
  return () => {
    const driver = new Builder().withModules(flow).build();
    return graph.isAsync ? (x) => driver.execute(names, { inputs: { x } }) : (x) => driver.executeSync(names, { inputs: { x } });
  };
}

export const read = Object.values;
