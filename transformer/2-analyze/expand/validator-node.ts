/** Transform a check Into the node that judges: it takes the value, and results in what there is to say of it. */
import type { Call } from "../../compilers/port.js";
import { declaredHere } from "../../diagnostics/declared-here.js";
import { finding } from "../../diagnostics/finding.js";
import type { FlowDependency, FlowNode, WrittenEntry } from "../../model.js";
import { entriesOf } from "../entries.js";
import { flowDependency } from "../flow-dependency.js";
import { canAccept } from "../schema-input.js";
import { declaredValue } from "../type-path.js";
import type { Expanding } from "./expanding.js";
import { takenType } from "./taken-type.js";
import { type Validator, validatorIn } from "./validators.js";

export function validatorNode(expanding: Expanding, node: FlowNode, raw: FlowNode, entry: WrittenEntry): FlowNode | undefined {
  const { project: { types }, declared } = expanding;
  const name = `${node.name}_${entry.name}`;
  const validator = validatorIn(expanding, entry);
  if (name === raw.name) expanding.report(finding("reservedName", { node: name }, entry.place));
  if (!validator || name === raw.name) return undefined;
  judgeSchema(expanding, raw, entry.name, validator);
  // What the runtime says of a value has a type of ours: that of the declaration has it.
  const result = entriesOf(types, declared.declaration, declaredValue(node.module, declared), declared.name).entryOf(name);
  const call = validator.test && types.callsOf(validator.test.type)[0];
  return {
    name,
    module: node.module,
    declared,
    place: entry.place,
    documentation: { isNotNode: false },
    compute: { op: "validate", export: declared.name, path: ["check", entry.name], importance: validator.importance },
    when: node.when,
    isOtherwise: node.isOtherwise,
    policies: [],
    type: result?.type ?? raw.type,
    typeText: "ValidationResult",
    path: result?.path ?? { of: "any" },
    isGeneric: !result,
    ...(validator.test && { callee: validator.test.value }),
    async: call !== undefined && types.includesPromise(call.returnType),
    dependencies: [valueOf(expanding, raw, validator)],
  };
}

/** What a predicate takes is held against the value as any parameter is; a schema takes anything at run time. */
function valueOf({ project: { types } }: Expanding, { name, type, path, isGeneric }: FlowNode, { place, test }: Validator): FlowDependency {
  const calls = test ? types.callsOf(test.type) : [];
  const parameter = calls[0]?.parameters[0];
  if (!test || !parameter) return flowDependency(types, { name, place, type, path, isGeneric, optional: false });
  const own = { name: parameter.name ?? "value", place, index: 0, mayBeOmitted: parameter.optional, isTyped: true };
  return flowDependency(types, { name, place, parameter: own, type: takenType(types, parameter), path: { of: "parameter", ...test.value, index: 0 }, isGeneric: isOpen(calls), optional: parameter.optional });
}

/** Whether only a call tells what it takes. */
function isOpen(calls: readonly Call[]): boolean {
  return calls.length > 1 || calls.some(({ isGeneric }) => isGeneric);
}

function judgeSchema({ project: { types }, report }: Expanding, raw: FlowNode, check: string, { place: at, input }: Validator): void {
  if (!input || raw.isGeneric || canAccept(types, input.type, raw.type)) return;
  report(
    finding("unfitSchema", { check, node: raw.name }, at, {
      assignment: { from: raw.path, to: input.path, isLoose: true },
      related: [declaredHere(raw)],
    }),
  );
}
