import type { Diagram } from "./diagram.js";

/** Boxes that stand together: those that run for each item of one node, with the blocks inside. */
export interface Cluster {
  readonly name: string;
  /** The node whose items they are; empty for the whole picture. */
  readonly opener: string;
  /** Indices into the diagram's boxes. */
  readonly boxes: number[];
  readonly blocks: Cluster[];
}

/** The boxes of a diagram by blocks, for formats that can frame them. */
export function clustersOf({ boxes }: Diagram): Cluster {
  const root: Cluster = { name: "all", opener: "", boxes: [], blocks: [] };
  let count = 0;
  boxes.forEach(({ rows: [node] }, box) => {
    let cluster = root;
    for (const opener of node.blocks ?? []) {
      let inner = cluster.blocks.find((each) => each.opener === opener);
      if (inner === undefined) cluster.blocks.push((inner = { name: `b${count++}`, opener, boxes: [], blocks: [] }));
      cluster = inner;
    }
    cluster.boxes.push(box);
  });
  return root;
}
