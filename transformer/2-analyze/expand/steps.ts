/**
 * Transform a function, or `step(clip, { max: 10 }, { when: { … } })`, Into a step: what is called, with what
 * its parameters are bound to, and on which conditions.
 */
import { kindAt } from "../../1-collect/kind-of-call.js";
import { namedValue, ownNode } from "../../1-collect/named-value.js";
import type { Type } from "../../compilers/port.js";
import type { NamedValue } from "../../compilers/questions.js";
import type { Written, WrittenEntry, WrittenObject } from "../../model.js";
import type { Condition } from "../../../runtime/manifest.js";
import type { Expanding } from "./expanding.js";
import { notStatic } from "./static-values.js";
import { conditionsIn } from "./written-conditions.js";

export interface Step {
  readonly callee: NamedValue;
  readonly type: Type;
  readonly bindings: Pick<WrittenObject, "entries">;
  readonly conditions: readonly Condition[];
}

/** Undefined where the text does not tell. */
export function stepIn(expanding: Expanding, { name, value }: WrittenEntry): Step | undefined {
  const { project } = expanding;
  const { types } = project;
  const [fn, given, when] = value.kind === "step" ? value.arguments : [value];
  if (!fn) return undefined;
  const type = types.typeAt(ownNode(fn));
  if (types.callsOf(type).length === 0 && !types.isAny(type)) {
    if (kindAt(project, ownNode(fn)) === "icosian.step") notStatic(expanding, name, fn.node, "Write 'step(…)' here.");
    // Else TypeScript has objected.
    return undefined;
  }
  const bindings = given && objectIn(given, "Write an object literal that names each parameter.");
  const conditions = when && objectIn(when, "Write an object literal.");
  return { callee: namedValue(fn), type, bindings: bindings ?? { entries: [] }, conditions: conditions ? conditionsIn(expanding, conditions.entries) : [] };

  function objectIn(written: Written, suggestion: string): WrittenObject | undefined {
    if (written.kind === "object" && !written.unnamed) return written;
    notStatic(expanding, name, written.kind === "object" ? written.unnamed! : written.node, suggestion);
    return undefined;
  }
}
