import type { NodeFunction } from "../call-step.js";
import type { FunctionVertex } from "../graph.js";
import type { Compute, ManifestNode } from "../manifest.js";
import { compileCall } from "./call-operation.js";
import { compileField } from "./field-operation.js";
import { compileGate } from "./gate-operation.js";
import { compileValidate } from "./validate-operation.js";

/** Of a node that passes on what it is given. */
export const PASS_ON: Compute = { op: "alias" };

/** Transform an operation Into a function of the dependencies' values. Reads the module: not before the step runs. */
export function compileOperation(vertex: FunctionVertex): NodeFunction {
  const { compute } = vertex.node;
  switch (compute.op) {
    case "call":
      return compileCall(vertex, compute);
    case "field":
      return compileField(vertex, compute);
    case "alias":
      return (value) => value;
    case "validate":
      return compileValidate(vertex, compute);
    case "gate":
      return compileGate(vertex);
  }
}

/** Of a validator, the node whose value it judges. */
export function validatedNode({ name, compute }: ManifestNode): string | undefined {
  return compute.op === "validate" ? name.slice(0, -`_${compute.path.at(-1)}`.length) : undefined;
}

/** Of a node whose value is that of another, as behind validators and at the end of a pipe: that node. */
export function aliasedNode({ compute, dependencies }: ManifestNode): string | undefined {
  return compute.op === "alias" || compute.op === "gate" ? dependencies[0]?.name : undefined;
}
