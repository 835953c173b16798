import { closest, distance } from "fastest-levenshtein";

/** "Did you mean" for a name that is not there; where no other is near, what there is to say instead. */
export function suggestion(name: string, known: Iterable<string>, otherwise: (known: readonly string[]) => string = () => ""): string {
  const names = [...known];
  if (names.length === 0) return otherwise(names);
  const near = closest(name, names);
  const far = distance(name.toLowerCase(), near.toLowerCase());
  // Names that share nothing are not near, however short.
  return far <= Math.max(1, name.length * 0.4) && far < Math.max(name.length, near.length) ? `Did you mean '${near}'?` : otherwise(names);
}

const SHOWN = 8;

/** What may stand for a name that is not there: "It has 'a', 'b' and 4 more." */
export function itHas(names: readonly string[]): string {
  if (names.length === 0) return "";
  const shown = names.slice(0, SHOWN).map((name) => `'${name}'`).join(", ");
  return `It has ${shown}${names.length > SHOWN ? ` and ${names.length - SHOWN} more` : ""}.`;
}
