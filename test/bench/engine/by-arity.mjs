/** A call of `fn` with what `read` finds in each of `sources` (one to three as one would write it by hand, or more). */
export function byArity(fn, sources, read) {
  const [a, b, c] = sources;
  if (sources.length === 1) return () => fn(read(a));
  if (sources.length === 2) return () => fn(read(a), read(b));
  if (sources.length === 3) return () => fn(read(a), read(b), read(c));
  return () => fn(...sources.map(read));
}
