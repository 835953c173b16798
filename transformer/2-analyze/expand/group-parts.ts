/** Transform `group(source("a"), 2)` and `group({ a: source("a") })` Into their parts, each with where it goes. */
import { placeOf } from "../../1-collect/place.js";
import type { Shape, Type, Types } from "../../compilers/port.js";
import type { TypePath } from "../../compilers/questions.js";
import { finding } from "../../diagnostics/finding.js";
import { itHas, suggestion } from "../../diagnostics/suggestion.js";
import type { Written, WrittenCall, WrittenObject } from "../../model.js";
import type { Target } from "./bindings.js";
import type { Expanding } from "./expanding.js";
import { notStatic } from "./static-values.js";

export interface GroupPart {
  readonly key: string | number;
  readonly value: Written;
  readonly target: Target;
}

interface Names {
  readonly node: string;
  readonly parameter: string;
}

export function groupParts(expanding: Expanding, call: WrittenCall, target: Target, names: Names): readonly GroupPart[] {
  const { project: { types }, report } = expanding;
  const [first, ...others] = call.arguments;
  const shape = partsShape(types, target.type);
  return first?.kind === "object" && others.length === 0 ? record(first) : list();

  function list(): GroupPart[] {
    const { length } = call.arguments;
    if (shape.kind === "tuple") {
      const required = shape.elements.filter(({ kind }) => kind === "required").length;
      const isOpen = shape.elements.some(({ kind }) => kind === "rest" || kind === "variadic");
      if (length < required || (!isOpen && length > shape.elements.length)) return unfit();
    } else if (shape.kind !== "array" && !isAnything(shape)) return unfit();
    return call.arguments.map((value, index) => ({ key: index, value, target: element(index) }));
  }

  function element(index: number): Target {
    if (shape.kind === "array") return part(shape.element, { of: "element", in: target.path });
    const found = shape.kind === "tuple" ? (shape.elements[index] ?? shape.elements.at(-1)) : undefined;
    if (!found || found.kind === "variadic") return { ...part(target.type, target.path), isGeneric: true };
    return part(found.type, { of: "member", in: target.path, key: index });
  }

  function record(given: WrittenObject): GroupPart[] {
    if (given.unnamed) {
      notStatic(expanding, names.parameter, given.unnamed, "Write each name out.");
      return [];
    }
    if (shape.kind !== "object" && !isAnything(shape)) return unfit();
    const properties = shape.kind === "object" ? shape.properties : [];
    const has = (wanted: string): boolean => given.entries.some(({ name }) => name === wanted);
    const missing = properties.find(({ name, optional }) => !optional && !has(name));
    if (missing) report(finding("missingInGroup", { ...names, property: missing.name }, placeOf(given.node)));
    return given.entries.map(({ name, place, value }) => {
      const property = types.propertyOf(target.type, name);
      const type = property?.type ?? (shape.kind === "object" ? shape.index : undefined);
      if (type === undefined && !isAnything(shape)) {
        const known = properties.map((each) => each.name);
        report(finding("unknownInGroup", { ...names, property: name, suggestion: suggestion(name, known, itHas) }, place));
      }
      const path: TypePath = { of: "member", in: target.path, key: name };
      const own = type === undefined ? { ...part(target.type, path), isGeneric: true } : part(type, path);
      return { key: name, value, target: { ...own, optional: property?.optional ?? false } };
    });
  }

  function part(type: Type, path: TypePath): Target {
    const { parameter, isGeneric } = target;
    return { ...(parameter && { parameter }), type, path, isGeneric: isGeneric || isAnything(shape), optional: false };
  }

  function unfit(): [] {
    report(finding("unfitGroup", { ...names, type: types.textOf(target.type) }, placeOf(call.node)));
    return [];
  }
}

/** Of a parameter that may be left out, that of what it takes. */
function partsShape(types: Types, type: Type): Shape {
  const shape = types.shapeOf(type);
  if (shape.kind !== "union") return shape;
  const shapes = shape.types.map(types.shapeOf).filter(({ kind }) => kind !== "undefined" && kind !== "null");
  return shapes.length === 1 ? shapes[0]! : { kind: "other" };
}

function isAnything({ kind }: Shape): boolean {
  return kind === "any" || kind === "unknown";
}
