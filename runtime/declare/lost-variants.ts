import type { Graph } from "../graph.js";
import type { ManifestNode } from "../manifest.js";
import { listNames } from "../problems.js";
import { explainedVariant } from "./explained-variant.js";

/** What to do about a name of which the config chooses no variant; nothing where it has none. */
export function lostVariants({ vertices }: Graph, name: string): string | undefined {
  const variants = vertices.sources.flatMap(({ said, manifest }) => said.nodes.filter((node) => node.name === name && !manifest.nodes.includes(node)));
  if (variants.length === 0) return undefined;
  const keys = [...new Set(variants.flatMap(({ when = [] }) => when.map(({ key }) => key)))];
  if (variants.length === 1) return `The config leaves it out: give ${listNames(keys)} a value that it is for.`;
  return `The config chooses none of its variants ${listNames(variants.map(called))}: give ${listNames(keys)} a value that one of them is for.`;
}

function called(node: ManifestNode): string {
  return explainedVariant(node)?.export ?? node.name;
}
