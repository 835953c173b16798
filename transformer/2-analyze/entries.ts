/** What the type of a declaration says of the nodes that it results in: their names and types. */
import type { Node, Type, Types } from "../compilers/port.js";
import type { NamedValue, TypePath } from "../compilers/questions.js";

/** A name in entries stands for the export's own by `*`, and for that less its suffix by `~`. */
export interface NamedEntry {
  readonly type: Type;
  readonly path: TypePath;
}

const PROPERTY = "~icosian";

export interface Entries {
  entryOf(name: string): NamedEntry | undefined;
}

/** What the declarations' types have been seen to say. */
const known = new WeakMap<Types, Map<Node, readonly Said[]>>();

/** One entry may be for several names. */
interface Said {
  readonly names: readonly string[];
  readonly type: Type | undefined;
}

/** Of what `node` or `subdag` made under a name; `value` is how the project's text can speak of it. */
export function entriesOf(types: Types, declaration: Node, value: NamedValue, exported: string): Entries {
  const said = saidBy(types, declaration);
  return {
    entryOf(name) {
      for (const spelled of spellings(name, exported)) {
        const type = said.find(({ names }) => names.includes(spelled))?.type;
        if (type) return { type, path: { of: "entry", ...value, name: spelled } };
      }
      return undefined;
    },
  };
}

function saidBy(types: Types, declaration: Node): readonly Said[] {
  let all = known.get(types);
  if (!all) known.set(types, (all = new Map()));
  let said = all.get(declaration);
  if (!said) all.set(declaration, (said = read()));
  return said;

  function read(): readonly Said[] {
    const whole = types.propertyOf(types.typeAt(declaration), PROPERTY)?.type;
    return whole ? members(whole).map((each) => ({ names: literalsOf(types.propertyOf(each, "name")?.type), type: types.propertyOf(each, "type")?.type })) : [];
  }

  function members(type: Type): readonly Type[] {
    const shape = types.shapeOf(type);
    return shape.kind === "union" ? shape.types.flatMap(members) : shape.kind === "object" ? [type] : [];
  }

  function literalsOf(type: Type | undefined): readonly string[] {
    const shape = type && types.shapeOf(type);
    if (shape?.kind === "union") return shape.types.flatMap(literalsOf);
    return shape?.kind === "literal" ? [String(shape.value)] : [];
  }
}

function spellings(name: string, exported: string): readonly string[] {
  const base = withoutSuffix(exported);
  return [
    name,
    ...(name.startsWith(exported) ? [`*${name.slice(exported.length)}`] : []),
    ...(name.startsWith(base) ? [`~${name.slice(base.length)}`] : []),
  ];
}

/** As in Hamilton, what follows the last `__`. */
export function withoutSuffix(name: string): string {
  const end = name.lastIndexOf("__");
  return end > 0 ? name.slice(0, end) : name;
}
