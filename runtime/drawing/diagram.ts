import type { DrawingOptions } from "./drawing.js";
import type { Scene, SceneEdge, SceneNode } from "./scene.js";

/** What stands in the picture: the scene's nodes, its inputs grouped, repeated or hidden as the options say. */
export interface Diagram {
  readonly boxes: readonly Box[];
  readonly links: readonly Link[];
}

/** One box. Several rows only for a group of inputs, all of which look alike. */
export interface Box {
  readonly rows: readonly [SceneNode, ...SceneNode[]];
}

/** `from` and `to` are indices into the boxes. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly optional: boolean;
  readonly passes?: SceneEdge["passes"];
}

/** Scene and options to diagram. Edges given twice become one; edges to nowhere and to oneself are left out. */
export function diagramOf(scene: Scene, options: DrawingOptions): Diagram {
  const boxes: { rows: [SceneNode, ...SceneNode[]] }[] = [];
  const links: Link[] = [];
  const edges = distinctEdges(scene);
  const hasConsumer = new Set(edges.map((edge) => edge.from));
  const hasSource = new Set(edges.map((edge) => edge.to));

  const isGrouped = (node: SceneNode, index: number): boolean =>
    options.deduplicateInputs !== true && node.kind !== "function" && node.requested !== true
    && hasConsumer.has(index) && !hasSource.has(index);

  const boxOfNode = new Map<number, number>();
  scene.nodes.forEach((node, index) => {
    if (options.hideInputs === true && node.kind === "input") return;
    if (!isGrouped(node, index)) boxOfNode.set(index, boxes.push({ rows: [node] }) - 1);
  });

  const boxOfGroup = new Map<string, number>();
  for (const edge of edges) {
    const to = boxOfNode.get(edge.to);
    const node = scene.nodes[edge.from];
    if (to === undefined || node === undefined) continue;
    const from = boxOfNode.get(edge.from);
    if (from !== undefined) {
      links.push({ ...edge, from, to });
    } else if (isGrouped(node, edge.from) && !(options.hideInputs === true && node.kind === "input")) {
      const key = `${to} ${lookOf(node)} ${edge.optional} ${edge.passes}`;
      const group = boxes[boxOfGroup.get(key) ?? -1];
      if (group !== undefined) {
        group.rows.push(node);
      } else {
        const box = boxes.push({ rows: [node] }) - 1;
        boxOfGroup.set(key, box);
        links.push({ ...edge, from: box, to });
      }
    }
  }
  return { boxes, links };
}

function lookOf(node: SceneNode): string {
  const flags = [node.optional, node.missing, node.overridden, node.async, node.deprecated];
  return node.kind + flags.map((flag) => (flag === true ? "1" : "0")).join("");
}

function distinctEdges(scene: Scene): Link[] {
  const found = new Map<string, Link>();
  for (const { from, to, optional = false, passes } of scene.edges) {
    if (from === to || scene.nodes[from] === undefined || scene.nodes[to] === undefined) continue;
    const key = `${from} ${to}`;
    const before = found.get(key);
    found.set(key, { from, to, optional: optional && (before?.optional ?? true), ...(passes && { passes }) });
  }
  return [...found.values()];
}
