import { operationFault } from "./check-operation.js";

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
  return conditionFault(when) ?? operationFault(compute, dependencies.length);
}

function conditionFault(when: unknown): string | undefined {
  if (when === undefined) return undefined;
  if (!Array.isArray(when)) return ".when' is not an array";
  const odd = when.findIndex((each: unknown) => !isRecord(each) || typeof each.key !== "string" || Array.isArray(each.in) === Array.isArray(each.notIn));
  return odd === -1 ? undefined : `.when[${odd}]' is not a key with a list of values, 'in' or 'notIn'`;
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
