/**
 * Transform a predicate, a Standard Schema, or an object with one of them and an importance, Into what
 * judges a value.
 */
import { namedValue, ownNode } from "../../1-collect/named-value.js";
import { placeOf } from "../../1-collect/place.js";
import type { Place, Written, WrittenEntry } from "../../model.js";
import type { Type } from "../../compilers/port.js";
import type { NamedValue, TypePath } from "../../compilers/questions.js";
import type { ValidateOperation } from "../../../runtime/manifest.js";
import { schemaInput, standardOf } from "../schema-input.js";
import type { Expanding } from "./expanding.js";
import { refuseUnknown } from "./refuse-unknown.js";
import { literalOf, notStatic } from "./static-values.js";

export interface Validator {
  readonly importance: ValidateOperation["importance"];
  readonly place: Place;
  /** A predicate, if it is one. */
  readonly test?: { readonly type: Type; readonly value: NamedValue };
  /** What a schema takes, as far as its type tells. */
  readonly input?: { readonly type: Type; readonly path: TypePath };
}

/** Undefined where the text does not tell. */
export function validatorIn(expanding: Expanding, { name, place, value }: WrittenEntry): Validator | undefined {
  const { types } = expanding.project;
  const isSchema = value.kind === "object" && value.entries.some((each) => each.name === STANDARD);
  if (value.kind === "object" && !isSchema) {
    if (value.unnamed) {
      notStatic(expanding, name, value.unnamed, "Write each name out.");
      return undefined;
    }
    refuseUnknown(expanding, value, ["schema", "test", "importance"], `check.${name}.`);
    const has = (wanted: string): Written | undefined => value.entries.find((each) => each.name === wanted)?.value;
    const importance = has("importance");
    const given = importance ? literalOf(expanding, "importance", importance, ["string"]) : "warn";
    const judge = has("schema") ?? has("test");
    return judge && (given === "warn" || given === "fail") ? { ...judgeOf(judge), importance: given } : undefined;
  }
  const type = types.typeAt(ownNode(value));
  const isJudge = standardOf(types, type) !== undefined || types.callsOf(type).length > 0 || types.isAny(type);
  if (isJudge) return { ...judgeOf(value), importance: "warn" };
  // Else TypeScript has objected.
  if (types.propertyOf(type, "schema") ?? types.propertyOf(type, "test")) notStatic(expanding, name, value.node, "Write the object here.");
  return undefined;

  function judgeOf(written: Written): Pick<Validator, "place" | "test" | "input"> {
    const at = written.kind === "other" && written.shorthandIn ? place : placeOf(written.node);
    const type = types.typeAt(ownNode(written));
    const standard = standardOf(types, type);
    if (!standard) return { place: at, test: { type, value: namedValue(written) } };
    const input = schemaInput(types, standard);
    if (!input) return { place: at };
    const path = ["~standard", "types", "input"].reduce<TypePath>((within, key) => ({ of: "member", in: within, key }), { of: "value", ...namedValue(written) });
    return { place: at, input: { type: input, path } };
  }
}

const STANDARD = "~standard";
