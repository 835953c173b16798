/** Transform a step of a pipe Into a node: its function's first parameter takes what comes before, the others as in any node. */
import type { Call, CallParameter, Type, Types } from "../../compilers/port.js";
import { finding } from "../../diagnostics/finding.js";
import type { FlowDependency, FlowNode, WrittenEntry } from "../../model.js";
import { flowDependency } from "../flow-dependency.js";
import { bindings } from "./bindings.js";
import type { Expanding } from "./expanding.js";
import type { Step } from "./steps.js";
import { takenType } from "./taken-type.js";

export function stepNode(expanding: Expanding, before: FlowNode, name: string, { name: key, place }: WrittenEntry, step: Step): FlowNode | undefined {
  const { project: { types }, schemas, declared, report } = expanding;
  const { callee, type: fn } = step;
  const calls = types.callsOf(fn);
  // Which of several it is, and what a generic one comes to, only a call can tell.
  const isOpen = calls.length !== 1 || calls[0]!.isGeneric;
  const call = chosen(types, calls, before.type, step);
  const [first, ...others] = call?.parameters ?? [anyParameter(fn)];
  if (!first) {
    report(finding("stepWithoutParameter", { step: name }, place));
    return undefined;
  }
  const value = dependency(first, 0, before.name);
  const rest = others.flatMap((each, index) => (each.isRest ? [] : dependency(each, index + 1, each.name)));
  const given = step.bindings.entries.filter((entry) => {
    const isValue = entry.name === first.name;
    if (isValue) report(finding("boundValue", { parameter: entry.name, step: name }, entry.place));
    return !isValue;
  });
  const { dependencies, operands } = bindings(expanding, name, [value!, ...rest.flatMap((each) => each ?? [])], given, (parameter) => ["pipe", key, "bindings", parameter]);
  const returned = call?.returnType ?? fn;
  const type = types.awaited(returned);
  const schema = isOpen ? undefined : schemas.schemaOf(type);
  return {
    name,
    module: before.module,
    declared,
    place,
    documentation: { isNotNode: false },
    compute: { op: "call", export: declared.name, path: ["pipe", key], ...operands("positional") },
    callee,
    when: before.when,
    isOtherwise: before.isOtherwise,
    policies: [],
    type,
    typeText: types.textOf(type),
    path: { of: "result", ...callee },
    isGeneric: isOpen,
    async: types.includesPromise(returned),
    ...(schema && { schema }),
    dependencies,
  };

  function dependency(parameter: CallParameter, index: number, wanted: string | undefined): FlowDependency | undefined {
    if (wanted === undefined) {
      report(finding("namelessParameter", { step: name }, place));
      return undefined;
    }
    const { type, optional } = parameter;
    const own = parameter.name ?? "value";
    return flowDependency(types, {
      name: wanted,
      place,
      parameter: { name: own, place, index, mayBeOmitted: optional, isTyped: true },
      type: takenType(types, parameter),
      path: { of: "parameter", ...callee, index },
      isGeneric: isOpen,
      optional: optional || (index > 0 && types.includesUndefined(type)),
    });
  }
}

/** The first that takes the value and has all parameters that are bound. */
function chosen(types: Types, calls: readonly Call[], value: Type, { bindings: { entries } }: Step): Call | undefined {
  const named = calls.filter(({ parameters }) => entries.every((entry) => parameters.some(({ name }) => name === entry.name)));
  const [first] = named.length > 0 ? named : calls;
  return named.find(({ parameters: [taking] }) => taking && types.isAssignable(value, takenType(types, taking))) ?? first;
}

/** Of a function whose type is `any`. */
function anyParameter(type: Type): CallParameter {
  return { name: "value", type, optional: false, isRest: false };
}
