/** A compiler's type as the port passes it, and back. */
import type { Type } from "../port.js";
import type { AnyType } from "./awaited.js";

export const seal = (type: AnyType): Type => type as unknown as Type;
export const open = (type: Type): AnyType => type as unknown as AnyType;
