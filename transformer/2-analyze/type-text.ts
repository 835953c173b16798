/** What a type prints as: TypeScript puts `undefined` last in a union. */
export function withoutUndefined(text: string): string {
  const rest = text.replace(/ \| undefined$/, "");
  return rest !== text && /^\([^()]*(?:\([^()]*\)[^()]*)*\)$/.test(rest) ? rest.slice(1, -1) : rest;
}

/** The longest that a type's text stands in a manifest. */
const LIMIT = 1000;

export function shortened(text: string): string {
  return text.length <= LIMIT ? text : `${text.slice(0, LIMIT - 1)}…`;
}
