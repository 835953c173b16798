import type { ManifestNode } from "../manifest.js";

/** Whether two nodes are made in one way, whatever the export is called. */
export function isSameRecipe(one: ManifestNode, other: ManifestNode): boolean {
  return recipeOf(one) === recipeOf(other);
}

function recipeOf({ compute, dependencies, when, otherwise }: ManifestNode): string {
  const names = dependencies.map(({ name }) => name);
  return JSON.stringify([compute, names, when, otherwise], (key, value: unknown) => (key === "export" ? undefined : value));
}
