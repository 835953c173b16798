import type { NodeFunction } from "../call-step.js";
import type { FunctionVertex } from "../graph.js";
import type { Compute, ManifestNode } from "../manifest.js";
import { compileCall } from "./call-operation.js";
import { compileField } from "./field-operation.js";
import { compileGate } from "./gate-operation.js";
import { compileValidate } from "./validate-operation.js";

/** Of a node that passes on what it is given. */
export const PASS_ON: Compute = { op: "alias" };

/** The export that is a node's function as it stands; nothing where an operation makes the function. */
export function ownExport({ compute }: ManifestNode): string | undefined {
  return compute.op === "call" && compute.path === undefined && compute.arguments === undefined ? compute.export : undefined;
}

/** Whether a node's function takes its dependencies as one object. */
export function takesOneObject({ compute }: ManifestNode): boolean {
  return compute.op === "call" && compute.style === "named" && compute.arguments === undefined;
}

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

/** Whether two nodes are made in one way, whatever the export is called. */
export function isSameOperation(one: ManifestNode, other: ManifestNode): boolean {
  return describe(one) === describe(other);
}

function describe({ compute, dependencies, when, otherwise }: ManifestNode): string {
  const names = dependencies.map(({ name }) => name);
  return JSON.stringify([withoutExport(compute), names, when, otherwise]);
}

function withoutExport(compute: Compute): object {
  if (compute.op !== "field") return { ...compute, export: undefined };
  return { ...compute, fill: compute.fill?.path };
}

/** What the module holds that a node is made of: nothing where it is made of other nodes alone, or cannot be read yet. */
export function readOwn({ source, node: { compute } }: FunctionVertex): unknown {
  const name = compute.op === "field" ? compute.fill?.export : "export" in compute ? compute.export : undefined;
  if (name === undefined) return undefined;
  try {
    return source.module[name];
  } catch {
    return undefined; // a `const` whose line has not run
  }
}

/** Whether a node is made of other nodes alone. */
export function isDerived({ compute }: ManifestNode): boolean {
  return compute.op === "alias" || compute.op === "gate" || (compute.op === "field" && compute.fill === undefined);
}

/** Of a validator, the node whose value it judges. */
export function validatedNode({ name, compute }: ManifestNode): string | undefined {
  return compute.op === "validate" ? name.slice(0, -`_${compute.path.at(-1)}`.length) : undefined;
}
