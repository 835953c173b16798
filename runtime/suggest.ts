/** The known name nearest to a mistyped one, if any is near enough to be meant. */
export function suggest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(name.length * 0.4)) + 1;
  for (const candidate of known) {
    if (candidate === name || Math.abs(candidate.length - name.length) >= least) continue;
    const far = candidate.toLowerCase() === name.toLowerCase() ? 0.5 : distance(name, candidate);
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}

/** ` Did you mean 'rate'?`, or nothing: for the end of a message. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const meant = suggest(name, known);
  return meant === undefined ? "" : ` Did you mean '${meant}'?`;
}

/** Levenshtein's, by the one row that it needs. */
function distance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0]!;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]!;
      row[j] = Math.min(above + 1, row[j - 1]! + 1, diagonal + (a[i - 1] === b[j - 1] ? 0 : 1));
      diagonal = above;
    }
  }
  return row[b.length]!;
}
