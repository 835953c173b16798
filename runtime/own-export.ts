import type { CallOperation, ManifestNode } from "./manifest.js";

/** The export that is a node's function as it stands; nothing where an operation makes the function. */
export function ownExport(node: ManifestNode): string | undefined {
  const call = plainCall(node);
  return call?.path === undefined ? call?.export : undefined;
}

/** The call of a function that takes a node's dependencies, and nothing else. */
export function plainCall({ compute }: ManifestNode): CallOperation | undefined {
  return compute.op === "call" && compute.arguments === undefined ? compute : undefined;
}
