export function nameOf(i) {
  return `n${i}`;
}

/** What the compiler plugin would say of a graph whose nodes are the functions `n0`, `n1`, … */
export function manifestOf({ dependencies, isAsync }) {
  return {
    manifestVersion: 1,
    module: "flow",
    source: "flow.ts",
    nodes: dependencies.map((from, i) => ({
      name: nameOf(i),
      type: "number",
      dependencies: (from.length === 0 ? ["x"] : from.map(nameOf)).map((name) => ({ name, type: "number", optional: false })),
      compute: { op: "call", export: nameOf(i) },
      async: isAsync,
      schema: { type: "number" },
      location: { line: i + 1, column: 1 },
    })),
    inputs: [{ name: "x", type: "number", optional: false, schema: { type: "number" } }],
  };
}
