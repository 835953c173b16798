import { features } from "./features.js";
import type { FunctionVertex } from "./graph.js";
import type { ManifestNode } from "./manifest.js";

/** A node, and the module that it is of. */
type Made = Pick<FunctionVertex, "node" | "source">;

/**
 * Whether two modules define one node under one name: a barrel given beside the module that it
 * re-exports. Where its function cannot be read yet, equal hashes of its source tell.
 */
export function isSameNode(one: Made, other: Made): boolean {
  if (features.declarations?.isSameRecipe(one.node, other.node) === false) return false;
  const [first, second] = [readOwn(one), readOwn(other)];
  if (first !== undefined && second !== undefined) return first === second;
  if (one.node === other.node) return true;
  const { type, version } = one.node;
  return type === other.node.type && version === other.node.version && (version !== undefined || exportOf(one.node) === undefined);
}

/** What the module holds that a node is made of: nothing where it is made of other nodes alone, or cannot be read yet. */
function readOwn({ source, node }: Made): unknown {
  const name = exportOf(node);
  try {
    return name === undefined ? undefined : source.module[name];
  } catch {
    return undefined; // a `const` whose line has not run
  }
}

function exportOf({ compute }: ManifestNode): string | undefined {
  return (compute as { export?: string }).export;
}
