import type { NodeExecution } from "./adapter.js";

/** Tells the executions of one run apart: a node has one for each item of the blocks around it. */
export function executionKey({ node, item = [] }: NodeExecution): string {
  return JSON.stringify([node.name, ...item]);
}
