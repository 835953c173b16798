interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

const EARTH_RADIUS = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Along the great circle, by the haversine formula. */
export function kilometres(one: Place, other: Place): number {
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const across = Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * half(one.longitude, other.longitude);
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(half(one.latitude, other.latitude) + across));
}
