import type { Manifest } from "../../runtime/manifest.js";

export interface ManifestText {
  /** As its file has it: a line for each node and input, so that a change shows as one. */
  readonly file: string;
  /** The same in one line. */
  readonly line: string;
}

export function manifestText({ nodes, inputs, ...head }: Manifest): ManifestText {
  const fields = Object.entries(head).map(([key, value]) => [JSON.stringify(key), JSON.stringify(value)] as const);
  const [nodeTexts, inputTexts] = [nodes, inputs].map((items: readonly object[]) => items.map((each) => JSON.stringify(each))) as [string[], string[]];
  return {
    file: `{\n${fields.map(([key, value]) => `  ${key}: ${value},\n`).join("")}  "nodes": ${lines(nodeTexts)},\n  "inputs": ${lines(inputTexts)}\n}\n`,
    line: `{${fields.map(([key, value]) => `${key}:${value},`).join("")}"nodes":[${nodeTexts.join()}],"inputs":[${inputTexts.join()}]}`,
  };
}

function lines(items: readonly string[]): string {
  return items.length === 0 ? "[]" : `[\n${items.map((each) => `    ${each}`).join(",\n")}\n  ]`;
}
