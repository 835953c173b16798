/** How the project's own text can name the types of a node. */
import type { TypePath } from "../compilers/port.js";
import type { Consumer, DeclaredInput, FlowNode } from "../model.js";

export function resultPath({ module, name }: FlowNode): TypePath {
  return { of: "result", file: module, export: name };
}

export function inputPath({ module, name }: DeclaredInput): TypePath {
  return { of: "input", file: module, export: name };
}

export function parameterPath({ node: { module, name }, dependency: { declared } }: Consumer): TypePath {
  const { index, property } = declared;
  return { of: "parameter", file: module, export: name, index, ...(property !== undefined && { property }) };
}
