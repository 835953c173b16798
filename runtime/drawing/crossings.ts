import type { Layers } from "./layers.js";

/** How many pairs of links cross, by a Fenwick tree over each pair of layers. `position` is each vertex's place in its layer. */
export function countCrossings({ layers, below }: Layers, position: Int32Array): number {
  let total = 0;
  for (let rank = 0; rank + 1 < layers.length; rank++) {
    const size = layers[rank + 1]!.length;
    const tree = new Int32Array(size + 1);
    let placed = 0;
    const inOrder = [...layers[rank]!].sort((a, b) => position[a]! - position[b]!);
    for (const vertex of inOrder) {
      const ends = below[vertex]!;
      for (const end of ends) {
        let before = 0;
        for (let i = position[end]! + 1; i > 0; i -= i & -i) before += tree[i]!;
        total += placed - before;
      }
      for (const end of ends) for (let i = position[end]! + 1; i <= size; i += i & -i) tree[i]!++;
      placed += ends.length;
    }
  }
  return total;
}
