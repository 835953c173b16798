import { autoInject } from "async";

/** Tasks by name, each a list of names and then an async function: with callbacks, sync nodes overflow the stack. */
export function contender({ functions, dependencies, finals }) {
  let input;
  const tasks = {};
  functions.forEach((fn, i) => {
    const from = dependencies[i];
    const task = from.length === 0 ? async () => fn(input) : async (...values) => fn(...values);
    tasks[`n${i}`] = [...from.map((each) => `n${each}`), task];
  });
  return () => async (x) => {
    input = x;
    const results = await autoInject(tasks);
    return finals.map((i) => results[`n${i}`]);
  };
}
