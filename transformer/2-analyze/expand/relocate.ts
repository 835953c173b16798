/** Transform a node that is by itself Into one of a subdag: what it is computed of stands further down in the subdag's options. */
import type { Declaration, DeclaredInput, FlowNode } from "../../model.js";
import type { Argument, CallOperation, OptionPath } from "../../../runtime/manifest.js";
import { calleeOf } from "../generic-calls.js";

/** `pathOf` tells where in the options of `declared` an export of its own stands. */
export function relocated(node: FlowNode, { name }: Declaration, pathOf: (name: string) => OptionPath): FlowNode {
  const { compute } = node;
  switch (compute.op) {
    case "call": {
      const at = pathOf(compute.export);
      const { style, arguments: list, keys } = compute;
      const path = compute.path ? below(at, compute.path) : at;
      const own: CallOperation = { op: "call", export: name, path, ...(style && { style }), ...(list && { arguments: list.map((each) => shifted(each, at)) }), ...(keys && { keys }) };
      return { ...node, compute: own, callee: calleeOf(node) };
    }
    case "field":
      return compute.fill ? { ...node, compute: { ...compute, fill: { export: name, path: below(pathOf(compute.fill.export), compute.fill.path) } } } : node;
    case "validate":
      return { ...node, compute: { ...compute, export: name, path: below(pathOf(compute.export), compute.path) } };
    default:
      return node;
  }
}

/** An input that a module of a subdag declares, as one that the subdag declares. */
export function relocatedInput(input: DeclaredInput, { name }: Declaration, pathOf: (name: string) => OptionPath): DeclaredInput {
  const { within } = input;
  return { ...input, within: { export: name, path: within ? below(pathOf(within.export), within.path) : pathOf(input.name) } };
}

/** A call with these in its dependencies' places. */
export function withArguments(node: FlowNode, given: readonly Argument[]): FlowNode {
  const { compute, dependencies } = node;
  if (compute.op !== "call") return node;
  const list = compute.arguments ?? dependencies.map((_, dependency): Argument => ({ dependency }));
  const filledList = list.map(filled);
  // What merely has another name is told by the dependency.
  if (!compute.arguments && filledList.every((each, index) => "dependency" in each && each.dependency === index)) return node;
  const keys = compute.keys ?? (compute.style && dependencies.map(({ name, parameter }) => parameter?.name ?? name));
  return { ...node, compute: { ...compute, arguments: filledList, ...(keys && { keys }) } };

  function filled(argument: Argument): Argument {
    return mapped(argument, (each) => ("dependency" in each ? given[each.dependency]! : each));
  }
}

/** Into the options of what stands there. */
function below(at: OptionPath, path: OptionPath): OptionPath {
  return [...at, "~", ...path];
}

function shifted(argument: Argument, at: OptionPath): Argument {
  return mapped(argument, (each) => ("value" in each ? { value: below(at, each.value) } : each));
}

/** Goes into lists and records. */
function mapped(argument: Argument, change: (argument: Argument) => Argument): Argument {
  if ("list" in argument) return { list: argument.list.map((each) => mapped(each, change)) };
  if ("record" in argument) return { record: Object.fromEntries(Object.entries(argument.record).map(([key, each]) => [key, mapped(each, change)])) };
  return change(argument);
}
