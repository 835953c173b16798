import type { FlowNode } from "../model.js";

/** Why a name is not there of which the config chooses no variant, and what to do; nothing where it has none. */
export function lostVariants(leftOut: readonly FlowNode[], name: string): string | undefined {
  const variants = leftOut.filter((each) => each.name === name);
  if (variants.length === 0) return undefined;
  const keys = new Set(variants.flatMap(({ when }) => when.map(({ key }) => key)));
  if (variants.length === 1) return `The config leaves it out: give ${listed(keys)} a value that it is for.`;
  return `The config chooses none of its variants ${listed(variants.map(({ declared }) => declared.name))}: give ${listed(keys)} a value that one of them is for.`;
}

function listed(names: Iterable<string>): string {
  return [...names].map((name) => `'${name}'`).join(", ");
}
