/** Between all pairs of places: the number of pairs by how often one has to change. */
export type Changes = readonly number[];

/** From each place the nearest first, and so on: the place after `n` flights is reached with `n - 1` changes. */
export function countChanges(connections: readonly (readonly [string, string])[]): Changes {
  const neighbours = new Map<string, string[]>();
  for (const [from, to] of connections) neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
  const pairs: number[] = [];
  for (const start of neighbours.keys()) {
    const reached = new Set([start]);
    for (let places = [start], changes = 0; places.length > 0; changes++) {
      places = places.flatMap((place) => neighbours.get(place) ?? []).filter((place) => !reached.has(place) && reached.add(place));
      if (places.length > 0) pairs[changes] = (pairs[changes] ?? 0) + places.length;
    }
  }
  return pairs;
}
