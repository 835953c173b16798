/** Transform an object of values, such as config, inputs or overrides, Into what its text and type tell of it. */
import type { Node, Project, Type, Types } from "../compilers/port.js";
import { unasserted } from "../1-collect/unasserted.js";

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
  const type = within?.type ?? types.typeAt(object);
  const shape = types.shapeOf(type);
  if (shape.kind === "undefined") return NOTHING;
  if (shape.kind !== "object") return { values: new Map(), isOpen: true };
  const literal = within ? undefined : objectLiteral(project, object);
  const written = literal ? writtenProperties(project, literal) : new Map<string, Written>();
  const { expression, path } = within?.source ?? { expression: object, path: [] };
  const values = shape.properties.map(({ name, type, optional }) => {
    const own = written.get(name);
    const source = own?.expression ? { expression: own.expression, path: [] } : { expression, path: [...path, name] };
    return [name, { name, type, isCertain: !optional, source, node: own?.node ?? object }] as const;
  });
  // What is no literal and tells of no property may hold any.
  const isUntold = !literal && shape.properties.length === 0;
  const isOpen = isUntold || mayHoldMore(types, type) || isGenericThere(project, object, type) || (literal?.properties ?? []).some((each) => mayBring(project, each));
  return { values: new Map(values), isOpen };
}

/** What of a spread has no name, the type of the whole does not show. */
function mayBring({ syntax, types }: Project, property: Node): boolean {
  return syntax.isSpreadAssignment(property) && mayHoldMore(types, types.typeAt(property.expression));
}

/** Whether a value may have properties that its type does not name. */
function mayHoldMore(types: Types, type: Type): boolean {
  const shape = types.shapeOf(type);
  if (shape.kind === "union") return shape.types.some((each) => mayHoldMore(types, each));
  if (shape.kind === "object") return shape.index !== undefined || shape.hasMore;
  return ["any", "unknown", "other", "brand"].includes(shape.kind);
}

/** Whether a type hangs on how a function around the expression is called. */
function isGenericThere({ syntax, types }: Project, expression: Node, type: Type): boolean {
  const names: string[] = [];
  for (let node = expression.parent; !syntax.isSourceFile(node); node = node.parent) {
    for (const { name } of (node as { typeParameters?: readonly { name: { text: string } }[] }).typeParameters ?? []) names.push(name.text);
  }
  return names.length > 0 && new RegExp(`(?<![\\w$])(?:${names.map((name) => name.replaceAll("$", "\\$")).join("|")})(?![\\w$])`).test(types.textOf(type));
}

/** Of several objects, one after the other: the later one wins. */
export function merged(all: readonly Given[]): Given {
  return { values: new Map(all.flatMap(({ values }) => [...values])), isOpen: all.some(({ isOpen }) => isOpen) };
}

interface Written {
  readonly node: Node;
  /** Not for a shorthand, whose name is both. */
  readonly expression?: Node;
}

type ObjectLiteral = Node & { readonly properties: readonly Node[] };

function objectLiteral({ syntax }: Project, object: Node): ObjectLiteral | undefined {
  const literal = unasserted(syntax, object);
  return syntax.isObjectLiteralExpression(literal) ? literal : undefined;
}

/** The key and value of each property that stands in an object literal. */
function writtenProperties({ syntax }: Project, literal: ObjectLiteral): ReadonlyMap<string, Written> {
  const written = new Map<string, Written>();
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
