import type { Type, Types } from "../compilers/port.js";

/** How far into a type this looks: what lies deeper costs the checker more than the answer is worth. */
const DEPTH = 3;
const BREADTH = 200;

/**
 * Whether no value can have the type: it is `never`, a required property or element of it is, or it
 * joins an object type and a primitive where that is no brand (`brandsArePossible`).
 */
export function isImpossible(types: Types, type: Type, brandsArePossible: boolean): boolean {
  let looked = 0;
  return judge(type, 0);

  function judge(each: Type, depth: number): boolean {
    if (depth > DEPTH || ++looked > BREADTH) return false;
    const shape = types.shapeOf(each);
    switch (shape.kind) {
      case "never":
        return true;
      case "brand":
        return !brandsArePossible;
      case "union":
        return shape.types.every((member) => judge(member, depth));
      case "object":
        return shape.properties.some((property) => !property.optional && judge(property.type, depth + 1));
      case "tuple":
        return shape.elements.some((element) => element.kind === "required" && judge(element.type, depth + 1));
      default:
        return false;
    }
  }
}

/** Whether a type, or what `isImpossible` would look at within it, joins a primitive with an object type. */
export function hasBrand(types: Types, type: Type): boolean {
  let looked = 0;
  return look(type, 0);

  function look(each: Type, depth: number): boolean {
    if (depth > DEPTH) return false;
    if (++looked > BREADTH) return true;
    const shape = types.shapeOf(each);
    switch (shape.kind) {
      case "brand":
        return true;
      case "union":
        return shape.types.some((member) => look(member, depth));
      case "object":
        return shape.properties.some((property) => look(property.type, depth + 1));
      case "tuple":
        return shape.elements.some((element) => look(element.type, depth + 1));
      default:
        return false;
    }
  }
}
