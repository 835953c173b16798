/** What the flags of a type tell by themselves: their names, and what they mean, are those of every compiler. */
import type { Shape, TupleElement } from "./port.js";

const PLAIN = { Any: "any", Unknown: "unknown", Never: "never", Null: "null", Undefined: "undefined", String: "string", Number: "number", Boolean: "boolean" } as const;
const PRIMITIVE = ["StringLike", "NumberLike", "BigIntLike", "BooleanLike", "ESSymbolLike", "Void"] as const;

type Flags<Name extends string> = Readonly<Record<Name, number>>;

export interface ShapeFlags {
  readonly TypeFlags: Flags<keyof typeof PLAIN | (typeof PRIMITIVE)[number]>;
  readonly ElementFlags: Flags<"Required" | "Optional" | "Rest">;
}

export function createToldByFlags({ TypeFlags, ElementFlags }: ShapeFlags) {
  const plain = Object.entries(PLAIN).map(([name, kind]): [number, Shape] => [TypeFlags[name as keyof typeof PLAIN], { kind }]);
  const primitive = PRIMITIVE.reduce((all, name) => all | TypeFlags[name], 0);
  return {
    /** Undefined for what is no such type. */
    plainShape: (flags: number): Shape | undefined => plain.find(([flag]) => flags & flag)?.[1],
    isPrimitive: (flags: number): boolean => (flags & primitive) !== 0,
    elementKind: (flags: number): TupleElement["kind"] =>
      flags & ElementFlags.Required ? "required"
      : flags & ElementFlags.Optional ? "optional"
      : flags & ElementFlags.Rest ? "rest"
      : "variadic",
  };
}
