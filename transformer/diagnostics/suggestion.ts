import { closest, distance } from "fastest-levenshtein";

/** "Did you mean" for a name that is not there; where no other is near, what there is to say instead. */
export function suggestion(name: string, known: Iterable<string>, otherwise: (known: readonly string[]) => string = () => ""): string {
  const names = [...known];
  const near = nearest(name, names);
  return near === undefined ? otherwise(names) : `Did you mean '${near}'?`;
}

/** The name that may be meant by one that is not there, if any is near enough. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const near = closest(name, names);
  const far = distance(name.toLowerCase(), near.toLowerCase());
  // Names that share nothing are not near, however short.
  return far <= Math.max(1, name.length * 0.4) && far < Math.max(name.length, near.length) ? near : undefined;
}

const SHOWN = 8;

/** What may stand for a name that is not there: "It has 'a', 'b' and 4 more." */
export function itHas(names: readonly string[]): string {
  if (names.length === 0) return "";
  const shown = names.slice(0, SHOWN).map((name) => `'${name}'`).join(", ");
  return `It has ${shown}${names.length > SHOWN ? ` and ${names.length - SHOWN} more` : ""}.`;
}
