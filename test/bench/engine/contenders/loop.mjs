/** The limit: one loop over arrays, dependencies as integers; where nodes are async, each is awaited in its turn. */
export function contender({ functions, dependencies, finals, isAsync }) {
  return () => {
    const starts = new Int32Array(functions.length + 1);
    dependencies.forEach(({ length }, i) => (starts[i + 1] = starts[i] + length));
    const sources = Int32Array.from(dependencies.flat());
    return isAsync ? runAsync : run;

    function run(x) {
      const values = new Array(functions.length).fill(undefined);
      for (let i = 0; i < functions.length; i++) values[i] = call(i, values, x);
      return finals.map((i) => values[i]);
    }

    async function runAsync(x) {
      const values = new Array(functions.length).fill(undefined);
      for (let i = 0; i < functions.length; i++) values[i] = await call(i, values, x);
      return finals.map((i) => values[i]);
    }

    function call(i, values, x) {
      const start = starts[i];
      switch (starts[i + 1] - start) {
        case 0:
          return functions[i](x);
        case 1:
          return functions[i](values[sources[start]]);
        case 2:
          return functions[i](values[sources[start]], values[sources[start + 1]]);
        case 3:
          return functions[i](values[sources[start]], values[sources[start + 1]], values[sources[start + 2]]);
        default: {
          const taken = new Array(starts[i + 1] - start);
          for (let k = 0; k < taken.length; k++) taken[k] = values[sources[start + k]];
          return functions[i](...taken);
        }
      }
    }
  };
}
