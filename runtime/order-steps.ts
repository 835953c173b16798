import { type Graph, SIGNAL } from "./graph.js";

/** From this many steps on, the order of the source is kept where it serves: what stands together runs together. */
const MANY = 4096;

/**
 * What a request runs, dependencies first, and what it is given. Depth first from the final vars, so that
 * values are used and dropped soon after they are made; in a large graph, whose values cannot be
 * large, memory is read in its own order instead.
 */
export function orderSteps(graph: Graph, finalIds: readonly number[], overridden: ReadonlySet<number | undefined>) {
  const { vertices, starts, dependencies } = graph;
  const stepIds = new Int32Array(vertices.length);
  const givenIds: number[] = [];
  const seen = new Uint8Array(vertices.length);
  const next = starts.slice();
  const stack: number[] = [];
  let count = 0;
  let usesSignal = false;
  let isAscending = true;
  const enter = (id: number): void => {
    if (seen[id] === 1) return;
    seen[id] = 1;
    if (vertices[id]!.kind === "function" && !overridden.has(id)) stack.push(id);
    else givenIds.push(id);
  };
  for (const root of finalIds) {
    enter(root);
    while (stack.length > 0) {
      const id = stack[stack.length - 1]!;
      if (next[id]! === starts[id + 1]!) {
        stepIds[count++] = id;
        stack.pop();
        continue;
      }
      const dependency = dependencies[next[id]!++]!;
      if (dependency === SIGNAL) usesSignal = true;
      else {
        if (dependency > id && vertices[dependency]!.kind === "function") isAscending = false;
        enter(dependency);
      }
    }
  }
  const ordered = stepIds.slice(0, count);
  return { stepIds: isAscending && count >= MANY ? ordered.sort() : ordered, givenIds, usesSignal };
}
