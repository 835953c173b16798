import type { CallParameter, Type, Types } from "../../compilers/port.js";

/** What a parameter takes; of a rest parameter, each. */
export function takenType(types: Types, { type, isRest }: CallParameter): Type {
  if (!isRest) return type;
  const shape = types.shapeOf(type);
  return shape.kind === "array" ? shape.element : shape.kind === "tuple" ? (shape.elements[0]?.type ?? type) : type;
}
