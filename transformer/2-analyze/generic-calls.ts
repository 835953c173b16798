/** Transform a generic node Into a call of its function, in which each argument is a type. */
import type { Project } from "../compilers/port.js";
import type { NamedValue, ProbeCall, TypePath } from "../compilers/questions.js";
import type { FlowDependency, FlowNode, Written, WrittenLiteral } from "../model.js";
import { declaredValue } from "./type-path.js";
import type { Argument, CallOperation, OptionPath } from "../../runtime/manifest.js";

/** Where a path leads to a function, there must be a way to name it. */
export function isCallable({ compute, callee, isLost }: FlowNode): boolean {
  return !isLost && (callee !== undefined || (compute.op === "call" && compute.path === undefined));
}

export function probeCallOf(node: FlowNode, argumentOf: (dependency: FlowDependency) => TypePath): ProbeCall {
  const { dependencies } = node;
  const list = argumentsOf(node);
  const names = (node.compute as CallOperation).keys ?? dependencies.map(({ name, parameter }) => parameter?.name ?? name);
  const given = list.map((argument, index) => ({ name: names[index] ?? `${index}`, type: typeOf(argument) }));
  return { fn: calleeOf(node), style: (node.compute as CallOperation).style ?? "positional", arguments: given };

  function typeOf(argument: Argument): TypePath {
    if ("dependency" in argument) return argumentOf(dependencies[argument.dependency]!);
    if ("list" in argument) return { of: "tuple", elements: argument.list.map(typeOf) };
    if ("record" in argument) return { of: "record", members: Object.fromEntries(Object.entries(argument.record).map(([key, each]) => [key, typeOf(each)])) };
    const value = literalAt(node, argument.value);
    return value ? { of: "literal", value: value.value } : { of: "any" };
  }
}

/** Whether the text tells the type of all that is bound to a generic parameter: of what is no literal, it has no name. */
export function isTellable({ types }: Project, node: FlowNode): boolean {
  if (node.callee) return argumentsOf(node).every(isKnown);
  const { holder, fn, parameters } = node.declared;
  const signature = types.signatureOf(holder, fn);
  return argumentsOf(node).every((argument, index) => {
    const parameter = parameters[index];
    return !parameter || !signature.parameters[parameter.index]?.isGeneric || isKnown(argument);
  });

  function isKnown(argument: Argument): boolean {
    if ("list" in argument) return argument.list.every(isKnown);
    if ("record" in argument) return Object.values(argument.record).every(isKnown);
    return "dependency" in argument || literalAt(node, argument.value) !== undefined;
  }
}

/** The dependency that is an argument by itself, by the argument's index. */
export function argumentDependencies(node: FlowNode): readonly (FlowDependency | undefined)[] {
  return argumentsOf(node).map((each) => ("dependency" in each ? node.dependencies[each.dependency] : undefined));
}

/** The literals that are arguments by themselves, each with the parameter that takes it and its index. */
export function argumentLiterals(node: FlowNode): readonly { readonly index: number; readonly parameter: string; readonly literal: WrittenLiteral }[] {
  return argumentsOf(node).flatMap((argument, index) => {
    const literal = "value" in argument ? literalAt(node, argument.value) : undefined;
    return literal && "value" in argument ? { index, parameter: String(argument.value.at(-1)), literal } : [];
  });
}

export function calleeOf({ callee, module, declared }: FlowNode): NamedValue {
  return callee ?? declaredValue(module, declared);
}

function argumentsOf({ compute, dependencies }: FlowNode): readonly Argument[] {
  return (compute as CallOperation).arguments ?? dependencies.map((_, dependency) => ({ dependency }));
}

function literalAt({ declared: { options } }: FlowNode, path: OptionPath): WrittenLiteral | undefined {
  let value: Written | undefined = options;
  for (const key of path) value = within(value, key);
  return value?.kind === "literal" ? value : undefined;
}

/** The members of a group are its arguments, or those of its one argument; what a step binds is its second. */
function within(value: Written | undefined, key: string | number): Written | undefined {
  if (value?.kind === "list") return value.items[key as number];
  if (value?.kind === "object") return value.entries.find(({ name }) => name === key)?.value;
  if (value?.kind === "step") return key === "bindings" ? value.arguments[1] : undefined;
  if (value?.kind !== "group") return undefined;
  const [first, ...others] = value.arguments;
  return first?.kind === "object" && others.length === 0 ? first : { kind: "list", node: value.node, items: value.arguments };
}
