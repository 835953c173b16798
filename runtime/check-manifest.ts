import { features } from "./features.js";

/** The first thing in a manifest that is not as `manifest.ts` says, told for a message; nothing if all is well. */
export function manifestFault(manifest: unknown): string | undefined {
  if (!isRecord(manifest)) return "it is not an object";
  if (typeof manifest.module !== "string") return "'module' is not a string";
  const { nodes, inputs } = manifest;
  if (!Array.isArray(nodes)) return "'nodes' is not an array";
  if (!Array.isArray(inputs)) return "'inputs' is not an array";
  for (let index = 0; index < nodes.length; index++) {
    const fault = nodeFault(nodes[index]);
    if (fault !== undefined) return `'nodes[${index}]${fault}`;
  }
  for (let index = 0; index < inputs.length; index++) {
    const fault = namedFault(inputs[index]) ?? schemaFault(inputs[index]);
    if (fault !== undefined) return `'inputs[${index}]${fault}`;
  }
  return undefined;
}

function nodeFault(node: unknown): string | undefined {
  const fault = namedFault(node) ?? schemaFault(node);
  if (fault !== undefined) return fault;
  const { dependencies, compute, when } = node as Record<string, unknown>;
  if (!Array.isArray(dependencies)) return ".dependencies' is not an array";
  for (let index = 0; index < dependencies.length; index++) {
    const inner = namedFault(dependencies[index]);
    if (inner !== undefined) return `.dependencies[${index}]${inner}`;
  }
  return callFault(compute) ?? features.declarations?.declarationFault(when, compute as Record<string, unknown>, dependencies.length);
}

/** Of what an operation says, the part that is a call's; the rest is for those who know of operations. */
function callFault(compute: unknown): string | undefined {
  if (!isRecord(compute)) return ".compute' is not an object";
  const { op, export: name, style } = compute;
  if (op !== "call") return undefined;
  if (typeof name !== "string") return ".compute.export' is not a string";
  return style === undefined || style === "named" ? undefined : ".compute.style' is not 'named'";
}

function namedFault(value: unknown): string | undefined {
  if (!isRecord(value)) return "' is not an object";
  if (typeof value.name !== "string") return ".name' is not a string";
  if (typeof value.type !== "string") return ".type' is not a string";
  return undefined;
}

function schemaFault(value: unknown): string | undefined {
  const { schema } = value as { schema?: unknown };
  return schema === undefined || isRecord(schema) ? undefined : ".schema' is not an object";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
