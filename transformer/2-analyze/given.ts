/** Transform an object of values, such as config, inputs or overrides, Into what its text and type tell of it. */
import type { Node, Project, Type } from "../compilers/port.js";
import { bare } from "../1-collect/bare.js";

export interface Given {
  readonly values: ReadonlyMap<string, GivenValue>;
  /** Whether it may hold more than `values`. */
  readonly isOpen: boolean;
}

export interface GivenValue {
  readonly name: string;
  readonly type: Type;
  /** Whether it is there in every run. */
  readonly isCertain: boolean;
  /** The value's expression, or the path of properties that leads to it in one. */
  readonly source: { readonly expression: Node; readonly path: readonly string[] };
  /** The key where it is written, else the whole object. */
  readonly node: Node;
}

export const NOTHING: Given = { values: new Map(), isOpen: false };

/** Where the object is itself a property that has no expression of its own, `within` says where it lies. */
export function givenOf(project: Project, object: Node | undefined, within?: GivenValue): Given {
  if (!object) return NOTHING;
  const { types } = project;
  const shape = types.shapeOf(within?.type ?? types.typeAt(object));
  if (shape.kind === "undefined") return NOTHING;
  if (shape.kind !== "object") return { values: new Map(), isOpen: true };
  const written = within ? new Map<string, Written>() : writtenProperties(project, object);
  const { expression, path } = within?.source ?? { expression: object, path: [] };
  const values = shape.properties.map(({ name, type, optional }) => {
    const own = written.get(name);
    const source = own?.expression ? { expression: own.expression, path: [] } : { expression, path: [...path, name] };
    return [name, { name, type, isCertain: !optional, source, node: own?.node ?? object }] as const;
  });
  return { values: new Map(values), isOpen: shape.index !== undefined || shape.hasMore };
}

interface Written {
  readonly node: Node;
  /** Not for a shorthand, whose name is both. */
  readonly expression?: Node;
}

/** The key and value of each property that stands in an object literal. */
function writtenProperties({ syntax }: Project, object: Node): ReadonlyMap<string, Written> {
  const literal = bare(syntax, object);
  const written = new Map<string, Written>();
  if (!syntax.isObjectLiteralExpression(literal)) return written;
  for (const property of literal.properties) {
    // What is spread may replace what stands before it.
    if (syntax.isSpreadAssignment(property)) written.clear();
    else if (syntax.isShorthandPropertyAssignment(property)) written.set(property.name.text, { node: property.name });
    else if (syntax.isPropertyAssignment(property) && (syntax.isIdentifier(property.name) || syntax.isStringLiteralLike(property.name))) {
      written.set(property.name.text, { node: property.name, expression: property.initializer });
    }
  }
  return written;
}
