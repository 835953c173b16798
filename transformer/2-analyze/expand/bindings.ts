/**
 * Transform what an option binds to a function's parameters Into dependencies and arguments. A value stays
 * in the module, and is held against its parameter here; `source("x")` is a dependency of another name; a
 * `group` is made of both.
 */
import { placeOf } from "../../1-collect/place.js";
import type { Type } from "../../compilers/port.js";
import type { TypePath } from "../../compilers/questions.js";
import { finding } from "../../diagnostics/finding.js";
import { itHas, suggestion } from "../../diagnostics/suggestion.js";
import type { FlowDependency, Parameter, Written, WrittenCall, WrittenEntry } from "../../model.js";
import type { Argument, CallOperation, OptionPath } from "../../../runtime/manifest.js";
import { flowDependency } from "../flow-dependency.js";
import type { Expanding } from "./expanding.js";
import { groupParts } from "./group-parts.js";
import { notStatic } from "./static-values.js";
import { holdValue } from "./values.js";

export interface Bindings {
  readonly dependencies: readonly FlowDependency[];
  /** What each parameter is given. */
  readonly list: readonly Argument[];
  /** What a call says of its arguments. */
  operands(style: "positional" | "named"): Pick<CallOperation, "style" | "arguments" | "keys">;
}

/** Where a value goes: a parameter, or a part of one. */
export interface Target {
  readonly parameter?: Parameter | undefined;
  readonly type: Type;
  readonly path: TypePath;
  readonly isGeneric: boolean;
  readonly optional: boolean;
}

/** `node` is whose parameters these are; `pathOf` tells where a value stands in the declaration's options. */
export function bindings(expanding: Expanding, node: string, parameters: readonly FlowDependency[], given: readonly WrittenEntry[], pathOf: (name: string) => OptionPath): Bindings {
  const { project: { types }, report } = expanding;
  const dependencies: FlowDependency[] = [];
  const names = parameters.map(({ name }) => name);
  for (const { name, place } of given) {
    if (!names.includes(name)) report(finding("unknownParameter", { parameter: name, node, suggestion: suggestion(name, names, itHas) }, place));
  }
  const list = parameters.map((parameter) => {
    const entry = given.find(({ name }) => name === parameter.name);
    return entry ? argument(entry.value, parameter, parameter.name, pathOf(entry.name)) : dependOn(parameter);
  });
  return { dependencies, list, operands };

  function operands(style: "positional" | "named"): Pick<CallOperation, "style" | "arguments" | "keys"> {
    const isPlain = list.every((each, index) => "dependency" in each && each.dependency === index);
    return { ...(style === "named" && { style }), ...(!isPlain && { arguments: list, ...(style === "named" && { keys: names }) }) };
  }

  function dependOn(dependency: FlowDependency): Argument {
    return { dependency: dependencies.push(dependency) - 1 };
  }

  function argument(value: Written, target: Target, name: string, path: OptionPath): Argument {
    if (value.kind === "source") return source(value, target, name, path);
    if (value.kind === "group") return group(value, target, name, path);
    holdValue(expanding, value, target, { node, parameter: name });
    return { value: path };
  }

  function source(call: WrittenCall, target: Target, option: string, at: OptionPath): Argument {
    const [written] = call.arguments;
    if (written?.kind !== "literal" || typeof written.value !== "string") {
      notStatic(expanding, option, written?.node ?? call.node, "Write the name of a node as a string.");
      return { value: at };
    }
    return dependOn(flowDependency(types, { ...target, name: written.value, place: placeOf(written.node) }));
  }

  function group(call: WrittenCall, target: Target, name: string, path: OptionPath): Argument {
    const parts = groupParts(expanding, call, target, { node, parameter: name });
    const of = parts.map(({ key, value, target }) => [key, argument(value, target, name, [...path, "members", key])] as const);
    if (of.every(([key]) => typeof key === "number")) return { list: of.map(([, each]) => each) };
    return { record: Object.fromEntries(of) };
  }
}
