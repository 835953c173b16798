import type { Types } from "../compilers/port.js";
import type { FlowDependency } from "../model.js";
import { COLLECT, itemOf } from "./brands.js";
import { withoutUndefined } from "./type-text.js";

type Asked = Pick<FlowDependency, "name" | "place" | "parameter" | "type" | "path" | "isGeneric" | "optional">;

/** What is asked for by a name, with all that its type tells. */
export function flowDependency(types: Types, asked: Asked): FlowDependency {
  const { name, type, optional } = asked;
  const collect = itemOf(types, type, COLLECT);
  const typeText = optional ? withoutUndefined(types.textOf(type)) : types.textOf(type);
  return {
    ...asked,
    typeText,
    ...(name === "signal" && typeText === "AbortSignal" && { provided: "signal" as const }),
    ...(collect && { collect }),
  };
}
