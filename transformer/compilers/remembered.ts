/** A question that is put once for each that it is about: compilers search anew, or go a long way, each time that they are asked. */
export function remembered<About, Answer>(ask: (about: About) => Answer): (about: About) => Answer {
  const known = new Map<About, Answer>();
  return (about) => {
    let answer = known.get(about);
    if (answer === undefined && !known.has(about)) known.set(about, (answer = ask(about)));
    return answer as Answer;
  };
}
