import { randomNumbers } from "../random.mjs";

/**
 * A dataflow as pipelines have them: about √n layers, 1.5 edges a node, parents in the layer above and
 * near; sometimes two layers above.
 */
export function layeredDag(count) {
  const random = randomNumbers(count);
  const width = Math.round(Math.sqrt(count));
  const between = (low, high) => low + Math.floor(random() * (high - low + 1));
  const parents = Array.from({ length: count }, (_, node) => {
    if (node < width) return [];
    const chosen = new Set();
    const wanted = random() < 0.5 ? 1 : 2;
    for (let tries = 0; chosen.size < wanted && tries < 10; tries++) {
      const layersUp = random() < 0.85 ? 1 : 2;
      const layer = Math.floor(node / width) - layersUp;
      const place = (node % width) + between(-2, 2);
      if (layer >= 0 && place >= 0 && place < width) chosen.add(layer * width + place);
    }
    return [...chosen];
  });
  return { count, parents };
}
