import type { FunctionVertex } from "./graph.js";

/**
 * Whether two modules define one node under one name: a barrel given beside the module that it
 * re-exports. Where a function cannot be read yet, equal hashes of its source tell.
 */
export function isSameNode(one: FunctionVertex, other: FunctionVertex): boolean {
  const [first, second] = [readFunction(one), readFunction(other)];
  if (first !== undefined && second !== undefined) return first === second;
  if (one.source.manifest === other.source.manifest) return true;
  return one.node.version !== undefined && one.node.version === other.node.version && one.type === other.type;
}

function readFunction({ source, node }: FunctionVertex): unknown {
  try {
    return source.module[node.compute.export];
  } catch {
    return undefined; // a `const` whose line has not run
  }
}
