import type { FlowNode } from "../../model.js";
import type { AliasOperation, GateOperation } from "../../../runtime/manifest.js";
import { dependencyOn } from "./dependency-on.js";

/** Under the name of `node`, the value of `whole`. */
export function derived(node: FlowNode, whole: FlowNode, compute: AliasOperation | GateOperation): FlowNode {
  const { schema: _, parallel: __, callee: ___, ...rest } = node;
  const { type, typeText, path, isGeneric, isLost, schema } = whole;
  return {
    ...rest,
    compute,
    policies: [],
    type,
    typeText,
    path,
    isGeneric,
    ...(isLost && { isLost }),
    async: false,
    ...(schema && { schema }),
    dependencies: [dependencyOn(whole, node.place)],
  };
}
