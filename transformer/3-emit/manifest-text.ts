import type { Manifest } from "../../runtime/manifest.js";

/** A manifest as its file has it: a line for each node and input, so that a change shows as one. */
export function manifestText({ nodes, inputs, ...head }: Manifest): string {
  const fields = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
  return `{\n${fields.join("")}  "nodes": ${lines(nodes)},\n  "inputs": ${lines(inputs)}\n}\n`;
}

function lines(items: readonly object[]): string {
  return items.length === 0 ? "[]" : `[\n${items.map((each) => `    ${JSON.stringify(each)}`).join(",\n")}\n  ]`;
}
