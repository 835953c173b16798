import type { Link } from "./diagram.js";

/** Boxes and links (by index) that hang together. */
export interface Part {
  readonly boxes: readonly number[];
  readonly links: readonly number[];
}

/** The connected parts of a diagram, the one with most boxes first, otherwise in the order of their first boxes. */
export function connectedParts(boxCount: number, links: readonly Link[]): Part[] {
  const parent = Int32Array.from({ length: boxCount }, (_, box) => box);
  const rootOf = (box: number): number => {
    while (parent[box] !== box) box = parent[box] = parent[parent[box]!]!;
    return box;
  };
  for (const { from, to } of links) parent[rootOf(from)] = rootOf(to);

  const parts = new Map<number, { boxes: number[]; links: number[] }>();
  for (let box = 0; box < boxCount; box++) {
    const root = rootOf(box);
    const part = parts.get(root);
    if (part === undefined) parts.set(root, { boxes: [box], links: [] });
    else part.boxes.push(box);
  }
  links.forEach(({ from }, link) => parts.get(rootOf(from))!.links.push(link));
  return [...parts.values()].sort((a, b) => b.boxes.length - a.boxes.length);
}
