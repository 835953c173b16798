import promiseDag from "promise-dag";

/** Steps by name, each a list of names and then a function; a run resolves the names anew. */
export function contender({ functions, dependencies, finals }) {
  let input;
  const steps = {};
  functions.forEach((fn, i) => {
    const from = dependencies[i];
    steps[`n${i}`] = from.length === 0 ? [() => fn(input)] : [...from.map((each) => `n${each}`), fn];
  });
  const names = finals.map((i) => `n${i}`);
  return () => (x) => {
    input = x;
    const promises = promiseDag.run(steps, names);
    return Promise.all(names.map((name) => promises[name]));
  };
}
