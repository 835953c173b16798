/** How the project's own text can name the types of a node. */
import type { SourceFile } from "../compilers/port.js";
import type { NamedValue, TypePath } from "../compilers/questions.js";
import type { FieldOperation } from "../../runtime/manifest.js";
import type { Declaration, FlowDependency, FlowNode, Parameter } from "../model.js";
import { COLLECT, PARALLEL } from "./brands.js";

/** How the project's text can name what a declaration of a module declares. */
export function declaredValue(file: SourceFile, { name, value }: Declaration): NamedValue {
  return value ?? { file, export: name };
}

/** What the function of a declaration returns. */
export function resultPath(file: SourceFile, { name, value }: Declaration): TypePath {
  return value ? { of: "result", ...value } : { of: "result", file, export: name };
}

/** What the node returns: all of its items, where it opens a block. */
export function wholePath({ path, parallel }: FlowNode): TypePath {
  return parallel && path.of === "item" ? path.in : path;
}

/** An item of what opens a block. */
export function itemPath(whole: TypePath): TypePath {
  return { of: "item", brand: PARALLEL, in: whole };
}

export function parameterPath(file: SourceFile, { name, value }: Declaration, { index, property }: Parameter): TypePath {
  return value ? { of: "parameter", ...value, index, property } : { of: "parameter", file, export: name, index, property };
}

/** Whether it is a property that takes the value, which need not welcome `undefined` where it may be left out. */
export function isProperty(path: TypePath): boolean {
  return path.of === "member" || (path.of === "parameter" && path.property !== undefined);
}

/** What a producer has to come to: where a parameter collects, for each item. */
export function demandPath({ collect, path }: FlowDependency): TypePath {
  return collect ? { of: "item", brand: COLLECT, in: path } : path;
}

/** What is taken from a value: of a list of records, the column. What is missing is an error. */
export function partPath({ of, key }: FieldOperation, whole: TypePath, isCertain: boolean): TypePath {
  const member: TypePath = { of: "member", in: of === "rows" ? { of: "element", in: whole } : whole, key };
  const part: TypePath = isCertain ? member : { of: "defined", in: member };
  return of === "rows" ? { of: "list", in: part } : part;
}
