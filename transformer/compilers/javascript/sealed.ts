/** A compiler's type as the port passes it, and back. */
import type ts from "typescript";
import type { Type } from "../port.js";

export const seal = (type: ts.Type): Type => type as unknown as Type;
export const open = (type: Type): ts.Type => type as unknown as ts.Type;
