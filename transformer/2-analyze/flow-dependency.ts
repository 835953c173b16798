import type { Types } from "../compilers/port.js";
import type { FlowDependency } from "../model.js";
import { COLLECT, itemOf } from "./brands.js";
import { withoutUndefined } from "./type-text.js";

type Asked = Pick<FlowDependency, "name" | "place" | "parameter" | "type" | "path" | "isGeneric" | "optional">;

/** What is asked for by a name, with all that its type tells. */
export function flowDependency(types: Types, { name, place, parameter, type, path, isGeneric, optional }: Asked): FlowDependency {
  const text = types.textOf(type);
  const typeText = optional ? withoutUndefined(text) : text;
  return {
    name,
    place,
    parameter,
    type,
    path,
    typeText,
    isGeneric,
    optional,
    provided: name === "signal" && typeText === "AbortSignal" ? "signal" : undefined,
    collect: itemOf(types, type, COLLECT),
  };
}
