import { type Graph, SIGNAL } from "./graph.js";

/** Marks the variables that `roots` need, themselves included. */
export function upstream(graph: Graph, roots: readonly number[]): Uint8Array {
  return reach(graph.starts, graph.dependencies, roots);
}

/** Marks the variables that need one of `roots`, themselves included. */
export function downstream(graph: Graph, roots: readonly number[]): Uint8Array {
  const { starts, targets } = invert(graph.starts, graph.dependencies, graph.vertices.length);
  return reach(starts, targets, roots);
}

/** Marks what lies on a path from `from` to `to`: nothing if there is none. */
export function between(graph: Graph, from: number, to: number): Uint8Array {
  const below = downstream(graph, [from]);
  return upstream(graph, [to]).map((mark, id) => mark & below[id]!);
}

/** The first cycle in order of ids, as `[a, b, a]`: each needs the next. */
export function findCycle({ starts, dependencies }: Graph): number[] | undefined {
  const count = starts.length - 1;
  const state = new Uint8Array(count); // 0 unseen, 1 on the trail, 2 done
  const next = starts.slice(0, count);
  const trail: number[] = [];
  for (let root = 0; root < count; root++) {
    if (state[root] === 0) trail.push(root);
    while (trail.length > 0) {
      const id = trail[trail.length - 1]!;
      state[id] = 1;
      if (next[id]! === starts[id + 1]!) {
        state[id] = 2;
        trail.pop();
        continue;
      }
      const dependency = dependencies[next[id]!++]!;
      if (dependency === SIGNAL) continue;
      if (state[dependency] === 1) return [...trail.slice(trail.indexOf(dependency)), dependency];
      if (state[dependency] === 0) trail.push(dependency);
    }
  }
  return undefined;
}

/** The same edges by their other end: the sources of edge `k` become the targets. */
export function invert(starts: Int32Array, targets: Int32Array, count: number): { starts: Int32Array; targets: Int32Array } {
  const ends = new Int32Array(count + 1);
  for (const target of targets) if (target >= 0) ends[target + 1]!++;
  for (let id = 0; id < count; id++) ends[id + 1]! += ends[id]!;
  const inverse = new Int32Array(ends[count]!);
  const next = ends.slice(0, count);
  for (let source = 0; source < starts.length - 1; source++) {
    for (let edge = starts[source]!; edge < starts[source + 1]!; edge++) {
      const target = targets[edge]!;
      if (target >= 0) inverse[next[target]!++] = source;
    }
  }
  return { starts: ends, targets: inverse };
}

function reach(starts: Int32Array, targets: Int32Array, roots: readonly number[]): Uint8Array {
  const marks = new Uint8Array(starts.length - 1);
  const stack = [...roots];
  for (const root of roots) marks[root] = 1;
  while (stack.length > 0) {
    const id = stack.pop()!;
    for (let edge = starts[id]!; edge < starts[id + 1]!; edge++) {
      const target = targets[edge]!;
      if (target < 0 || marks[target] === 1) continue;
      marks[target] = 1;
      stack.push(target);
    }
  }
  return marks;
}
