import type { Layers } from "./layers.js";

/** A vertex is tried this far to either side of its place; it keeps the work on very broad layers in bounds. */
const reach = 60;

/**
 * Moves each vertex of each layer, twice, to the place where its links cross fewest with all others as they stand; also
 * where it gains nothing by that, which leads out of dead ends.
 */
export function sift({ layers, above, below }: Layers, position: Int32Array): void {
  // For the layer at hand: the places of each vertex's neighbours, sorted.
  const up: number[][] = new Array<number[]>(position.length);
  const down: number[][] = new Array<number[]>(position.length);
  /** How many crossings go when `right` is moved before `left`. */
  const gainOf = (left: number, right: number): number =>
    crossingGain(up[left]!, up[right]!) + crossingGain(down[left]!, down[right]!);

  let improved = true;
  for (let pass = 0; improved && pass < 2; pass++) {
    improved = false;
    for (const layer of layers) {
      if (layer.length < 2) continue;
      const inOrder = [...layer].sort((a, b) => position[a]! - position[b]!);
      for (const vertex of layer) {
        up[vertex] = placesOf(above[vertex]!, position);
        down[vertex] = placesOf(below[vertex]!, position);
      }
      for (const vertex of layer) {
        const from = inOrder.indexOf(vertex);
        let best = 0;
        let to = from;
        for (let i = from - 1, gain = 0; i >= Math.max(0, from - reach); i--) {
          gain += gainOf(inOrder[i]!, vertex);
          if (gain >= best) [best, to] = [gain, i];
        }
        for (let i = from + 1, gain = 0; i < Math.min(inOrder.length, from + reach); i++) {
          gain += gainOf(vertex, inOrder[i]!);
          if (gain > best) [best, to] = [gain, i];
        }
        if (to === from) continue;
        improved ||= best > 0;
        inOrder.splice(from, 1);
        inOrder.splice(to, 0, vertex);
      }
      inOrder.forEach((vertex, i) => (position[vertex] = i));
    }
  }
}

function placesOf(neighbours: readonly number[], position: Int32Array): number[] {
  const places = neighbours.map((neighbour) => position[neighbour]!);
  return places.length > 1 ? places.sort((a, b) => a - b) : places;
}

/** Crossings between the links to `left` and those to `right` (sorted places) as they stand, less those after a swap. */
function crossingGain(left: readonly number[], right: readonly number[]): number {
  if (left.length === 0 || right.length === 0) return 0;
  let gain = 0;
  let smaller = 0;
  let notLarger = 0;
  for (const place of left) {
    while (smaller < right.length && right[smaller]! < place) smaller++;
    while (notLarger < right.length && right[notLarger]! <= place) notLarger++;
    gain += smaller - (right.length - notLarger);
  }
  return gain;
}
