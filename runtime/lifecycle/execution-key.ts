/** Tells the executions of one run apart: a node has one for each item of the blocks around it. */
export function executionKey(node: string, item: readonly number[] = []): string {
  return JSON.stringify([node, ...item]);
}
