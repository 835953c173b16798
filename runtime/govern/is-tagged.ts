import type { FunctionVertex } from "../graph.js";

/** Whether a tag of the node has this key, or this string as its value or among its values. */
export function isTagged({ node: { tags } }: FunctionVertex, name: string): boolean {
  if (tags === undefined) return false;
  if (Object.hasOwn(tags, name)) return true;
  return Object.values<unknown>(tags).some((value) => value === name || (Array.isArray(value) && value.includes(name)));
}
