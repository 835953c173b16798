import type { FlowDependency, FlowNode, Place } from "../../model.js";

/** What takes the value of a node as it is. */
export function dependencyOn({ name, type, typeText, path, isGeneric }: FlowNode, place: Place): FlowDependency {
  return { name, place, type, typeText, path, isGeneric, optional: false };
}
