import type { ManifestNode } from "./manifest.js";

/** The export that is a node's function as it stands; nothing where an operation makes the function. */
export function ownExport({ compute }: ManifestNode): string | undefined {
  return compute.op === "call" && compute.path === undefined && compute.arguments === undefined ? compute.export : undefined;
}

/** Whether a node's function takes its dependencies as one object. */
export function takesOneObject({ compute }: ManifestNode): boolean {
  return compute.op === "call" && compute.style === "named" && compute.arguments === undefined;
}
