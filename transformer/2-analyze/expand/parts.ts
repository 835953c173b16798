/** Finds what is extracted in the type of a node's value: a field, an element of a tuple, or a column of a list of records. */
import type { Shape, Type } from "../../compilers/port.js";
import { finding } from "../../diagnostics/finding.js";
import { itHas, suggestion } from "../../diagnostics/suggestion.js";
import type { FlowNode } from "../../model.js";
import type { FieldOperation } from "../../../runtime/manifest.js";
import type { AskedPart } from "./asked-parts.js";
import type { Expanding } from "./expanding.js";

export interface FoundPart {
  readonly of: FieldOperation["of"];
  readonly key: string | number;
  /** The part's, or that of one cell of a column; it may hold `undefined`. */
  readonly type: Type;
  /** Whether it is there in every value. */
  readonly isCertain: boolean;
  /** Whether the whole is of one shape, so that a path leads to the part. */
  readonly isPlain: boolean;
}

export function partIn({ project: { types }, declared, report }: Expanding, whole: FlowNode, { key, keyPlace, optionPlace, index }: AskedPart): FoundPart | undefined {
  const shapes = constituents(whole.type);
  const [first] = shapes;
  const isOne = types.shapeOf(whole.type).kind !== "union";
  if (!first) return nothing();
  if (isAnything(first)) return { of: "object", key, type: whole.type, isCertain: true, isPlain: false };
  if (shapes.every(({ kind }) => kind === "tuple")) return element();
  const rows = shapes.flatMap((shape) => (shape.kind === "array" ? [shape.element] : []));
  if (rows.length === shapes.length) return column(rows);
  return shapes.every(({ kind }) => kind === "object") ? field("object", [whole.type], shapes, isOne) : nothing();

  function column(records: readonly Type[]): FoundPart | undefined {
    const holders = records.flatMap(constituents);
    if (holders.some(isAnything)) return { of: "rows", key, type: records[0]!, isCertain: true, isPlain: false };
    const isPlain = isOne && types.shapeOf(records[0]!).kind !== "union";
    return holders.length > 0 && holders.every(({ kind }) => kind === "object") ? field("rows", records, holders, isPlain) : nothing();
  }

  function field(of: "object" | "rows", owners: readonly Type[], holders: readonly Shape[], isPlain: boolean): FoundPart | undefined {
    const found = member(owners, holders);
    if (!found) return missing(holders.flatMap((each) => (each.kind === "object" ? each.properties.map(({ name }) => name) : [])));
    return { of, key, type: found.type, isCertain: isPlain && !found.optional && !types.includesUndefined(found.type), isPlain };
  }

  /** Only those that have a position of their own: of what follows, a type does not say how much there is. */
  function element(): FoundPart | undefined {
    const position = index ?? key;
    const found = shapes.flatMap((shape) => {
      const one = shape.kind === "tuple" && typeof position === "number" ? shape.elements[position] : undefined;
      return one && one.kind !== "rest" && one.kind !== "variadic" ? one : [];
    });
    const [one] = found;
    if (!one) return missing([]);
    return { of: "tuple", key: position, type: one.type, isCertain: isOne && one.kind === "required" && !types.includesUndefined(one.type), isPlain: isOne };
  }

  /** It may be in only some of a union's members: where it is missing, that is an error at run time, or filled. */
  function member(owners: readonly Type[], holders: readonly Shape[]): { type: Type; optional: boolean } | undefined {
    for (const owner of owners) {
      const property = types.propertyOf(owner, String(key));
      if (property) return property;
    }
    for (const holder of holders) {
      if (holder.kind !== "object") continue;
      const property = holder.properties.find(({ name }) => name === String(key));
      if (property) return { ...property, optional: true };
      if (holder.index) return { type: holder.index, optional: false };
    }
    return undefined;
  }

  function missing(known: readonly string[]): undefined {
    report(finding("unknownPart", { node: declared.name, part: String(key), suggestion: suggestion(String(key), known, itHas) }, keyPlace));
  }

  function nothing(): undefined {
    report(finding("noParts", { node: declared.name, type: whole.typeText }, optionPlace));
  }

  /** The shapes that a value may have, but for nothing at all. */
  function constituents(type: Type): readonly Shape[] {
    const shape = types.shapeOf(type);
    if (shape.kind === "union") return shape.types.flatMap(constituents);
    return shape.kind === "undefined" || shape.kind === "null" ? [] : [shape];
  }
}

function isAnything({ kind }: Shape): boolean {
  return kind === "any";
}
