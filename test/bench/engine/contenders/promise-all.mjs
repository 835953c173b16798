/** By hand: a promise for each node, which awaits those of its dependencies. */
export function contender({ functions, dependencies, finals }) {
  return () => (x) => {
    const promises = [];
    functions.forEach((fn, i) => {
      const from = dependencies[i];
      promises.push(Promise.all(from.length === 0 ? [x] : from.map((each) => promises[each])).then((values) => fn(...values)));
    });
    return Promise.all(finals.map((i) => promises[i]));
  };
}
