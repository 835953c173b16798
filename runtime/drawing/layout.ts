import { connectedParts } from "./connected-parts.js";
import type { Link } from "./diagram.js";
import { type Extent, type Layout, type Place, layerLayout } from "./layer-layout.js";

/**
 * Boxes and links to places: each connected part is laid out by itself, and the parts are set side by side like words:
 * along the flow while there is room, then in a next row.
 */
export function layoutOf(sizes: readonly Extent[], links: readonly Link[], boxGap: number): Layout {
  const parts = connectedParts(sizes.length, links).map((part) => {
    const place = new Map(part.boxes.map((box, i) => [box, i]));
    const inside = part.links.map((link) => {
      const { from, to, ...rest } = links[link]!;
      return { ...rest, from: place.get(from)!, to: place.get(to)! };
    });
    return { ...part, layout: layerLayout(part.boxes.map((box) => sizes[box]!), inside, boxGap) };
  });

  const boxes: Place[] = [];
  const bends: Place[][] = links.map(() => []);
  const gap = { along: 40, across: boxGap * 1.5 };
  const area = parts.reduce((sum, { layout }) => sum + (layout.length + gap.along) * (layout.breadth + gap.across), 0);
  const rowLength = Math.max(Math.sqrt(area * 1.6), ...parts.slice(0, 100).map(({ layout }) => layout.length));
  let along = 0;
  let across = 0;
  let length = 0;
  let breadth = 0;
  for (const { layout, boxes: partBoxes, links: partLinks } of parts) {
    if (along > 0 && along + layout.length > rowLength) {
      along = 0;
      across = breadth + gap.across;
    }
    const moved = ({ at, start, end, low, high }: Place): Place =>
      ({ at: at + across, start: start + along, end: end + along, low: low + across, high: high + across });
    layout.boxes.forEach((place, i) => (boxes[partBoxes[i]!] = moved(place)));
    layout.bends.forEach((places, i) => (bends[partLinks[i]!] = places.map(moved)));
    along += layout.length + gap.along;
    length = Math.max(length, along - gap.along);
    breadth = Math.max(breadth, across + layout.breadth);
  }
  return { length, breadth, boxes, bends };
}
