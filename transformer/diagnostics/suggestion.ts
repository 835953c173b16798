import { closest, distance } from "fastest-levenshtein";

/** "Did you mean" for a name that is not there, or nothing where no other is near. */
export function suggestion(name: string, known: Iterable<string>): string {
  const names = [...known];
  if (names.length === 0) return "";
  const near = closest(name, names);
  const far = distance(name.toLowerCase(), near.toLowerCase());
  // Names that share nothing are not near, however short.
  return far <= Math.max(1, name.length * 0.4) && far < Math.max(name.length, near.length) ? `Did you mean '${near}'?` : "";
}
