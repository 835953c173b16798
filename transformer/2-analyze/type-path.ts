/** How the project's own text can name the types of a node. */
import type { TypePath } from "../compilers/port.js";
import type { Consumer, DeclaredInput, FlowNode } from "../model.js";
import { COLLECT, PARALLEL } from "./brands.js";

/** What the node's name stands for. */
export function resultPath(node: FlowNode): TypePath {
  return node.parallel ? itemPath(wholePath(node)) : wholePath(node);
}

/** What the node returns: all of its items, where it opens a block. */
export function wholePath({ module, name }: FlowNode): TypePath {
  return { of: "result", file: module, export: name };
}

/** An item of what opens a block. */
export function itemPath(whole: TypePath): TypePath {
  return { of: "item", brand: PARALLEL, in: whole };
}

export function inputPath({ module, name }: DeclaredInput): TypePath {
  return { of: "input", file: module, export: name };
}

export function parameterPath({ node: { module, name }, dependency: { declared } }: Consumer): TypePath {
  const { index, property } = declared;
  return { of: "parameter", file: module, export: name, index, ...(property !== undefined && { property }) };
}

/** What a producer has to come to: where a parameter collects, for each item. */
export function demandPath(consumer: Consumer): TypePath {
  return consumer.dependency.collect ? { of: "item", brand: COLLECT, in: parameterPath(consumer) } : parameterPath(consumer);
}
