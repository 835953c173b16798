import type { Type, Types } from "../compilers/port.js";

/** Whether a value can go where a type is asked for; where it may as well be left out, `undefined` is welcome. */
export function canGo({ isAssignable, isAssignableToOptional }: Types, from: Type, to: Type, mayBeOmitted: boolean): boolean {
  return mayBeOmitted ? isAssignableToOptional(from, to) : isAssignable(from, to);
}
