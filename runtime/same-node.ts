import { isDerived, isSameOperation, readOwn } from "./declare/operation.js";
import type { FunctionVertex } from "./graph.js";

/**
 * Whether two modules define one node under one name: a barrel given beside the module that it
 * re-exports. Where its function cannot be read yet, equal hashes of its source tell.
 */
export function isSameNode(one: FunctionVertex, other: FunctionVertex): boolean {
  if (!isSameOperation(one.node, other.node)) return false;
  const [first, second] = [readOwn(one), readOwn(other)];
  if (first !== undefined && second !== undefined) return first === second;
  if (one.node === other.node) return true;
  const { version } = one.node;
  return one.type === other.type && version === other.node.version && (version !== undefined || isDerived(one.node));
}
