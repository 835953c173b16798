import type { Graph } from "../graph.js";
import { vertexAt } from "../vertices.js";
import { blockChain } from "./membership.js";

/** ` at item 2 of 'region', item 0 of 'city'`, for the end of what is said of a node; nothing outside of blocks. Items count from 0. */
export function tellItem({ blocks, vertices, ids }: Graph, name: string, item: readonly number[]): string {
  if (item.length === 0 || blocks === undefined) return "";
  const id = ids.get(name)!;
  const around = blockChain(blocks, blocks[id]!).reverse();
  // Of a node that opens a block, the item may be one of its own.
  const openers = item.length > around.length ? [...around, id] : around;
  return ` at ${item.map((position, depth) => `item ${position} of '${vertexAt(vertices, openers[depth]!).name}'`).join(", ")}`;
}
