import type { Link } from "./diagram.js";
import type { Layout, Place } from "./layer-layout.js";

/** A point of a link: `along` the flow and `across` it. */
export interface Stop {
  readonly along: number;
  readonly across: number;
}

/** What a route has to know of a box. */
export interface Side {
  /** The box's extent along the flow. */
  readonly length: number;
  /** How far from the middle of the side that faces the flow a link may still meet it. */
  readonly half: number;
}

/**
 * The stops of each link, in pairs: it is straight within a pair and swings between two pairs. It leaves from the
 * middle of a side and arrives where `spreadOf` says; it swings as far at once as its corridors allow, so that it
 * touches no box on its way.
 */
export function routesOf(sides: readonly Side[], links: readonly Link[], layout: Layout, step: number): Stop[][] {
  const spread = spreadOf(sides, links, layout, step);
  return links.map(({ from, to }, link) => {
    const source = layout.boxes[from]!;
    const target = layout.boxes[to]!;
    const out = { along: (source.start + source.end + sides[from]!.length) / 2, across: source.at };
    const into = { along: (target.start + target.end - sides[to]!.length) / 2, across: target.at + spread[link]! };
    // Within its own layer the line may swing from the border on, or go straight to the layer's end first.
    const passed: Place[] = [{ ...source, start: source.end, at: out.across }, ...layout.bends[link]!, { ...target, end: target.start, at: into.across }];
    const stops: Stop[] = [out];
    let at = out;
    for (let next = 0; next <= passed.length; ) {
      if (isClear(at, into, passed, next, passed.length)) break;
      const [reached, across] = furthest(at, into, passed, next);
      const { start, end } = passed[reached]!;
      if (reached === next && stops.length === 1) {
        stops.push({ along: end, across });
      } else {
        if (stops.length === 1) stops.push(out);
        stops.push({ along: start, across }, { along: end, across });
      }
      at = { along: end, across };
      next = reached + 1;
    }
    if (stops.length === 1) stops.push(out);
    return [...stops, into, into];
  });
}

/** The last place that one swing can reach, and the level at which to cross it. */
function furthest(from: Stop, to: Stop, places: readonly Place[], next: number): [place: number, across: number] {
  for (let last = Math.min(places.length - 1, next + 24); last > next; last--) {
    const place = places[last]!;
    for (const across of [place.at, levelOf(place, from, to)]) {
      if (isClear(from, { along: place.start, across }, places, next, last)) return [last, across];
    }
  }
  return [next, places[next]!.at];
}

/** Where to cross a layer: on the way from stop to stop, or as near to it as the corridor allows. */
function levelOf(place: Place, from: Stop, to: Stop): number {
  if (place.start === place.end) return place.at;
  return Math.min(Math.max(acrossAt(from, to, (place.start + place.end) / 2), place.low), place.high);
}

/** Whether a swing from one stop to the other stays within the corridors of the places from `first` up to, not including, `last`. */
function isClear(from: Stop, to: Stop, places: readonly Place[], first: number, last: number): boolean {
  for (let i = first; i < last; i++) {
    const place = places[i]!;
    const a = acrossAt(from, to, place.start);
    const b = acrossAt(from, to, place.end);
    if (Math.min(a, b) < place.low || Math.max(a, b) > place.high) return false;
  }
  return true;
}

/** Where the swing (a cubic curve whose handles are level, halfway along) is at a position along the flow. */
function acrossAt(from: Stop, to: Stop, along: number): number {
  const part = (along - from.along) / (to.along - from.along);
  if (!(part > 0)) return from.across;
  if (part >= 1) return to.across;
  let low = 0;
  let high = 1;
  for (let i = 0; i < 24; i++) {
    const t = (low + high) / 2;
    if (1.5 * t * (1 - t) + t * t * t < part) low = t;
    else high = t;
  }
  return from.across + (to.across - from.across) * low * low * (3 - 2 * low);
}

/** How far from the middle of its target's side each link arrives: side by side, in the order of where they come from. */
function spreadOf(sides: readonly Side[], links: readonly Link[], layout: Layout, step: number): Float64Array {
  const arriving: number[][] = sides.map(() => []);
  links.forEach(({ to }, link) => arriving[to]!.push(link));
  const spread = new Float64Array(links.length);
  const comesFrom = (link: number): number => (layout.bends[link]!.at(-1) ?? layout.boxes[links[link]!.from]!).at;
  arriving.forEach((group, box) => {
    group.sort((a, b) => comesFrom(a) - comesFrom(b) || a - b);
    const distance = Math.min(step, (sides[box]!.half * 2) / Math.max(1, group.length - 1));
    group.forEach((link, i) => (spread[link] = (i - (group.length - 1) / 2) * distance));
  });
  return spread;
}
