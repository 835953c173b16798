/** Longer than the ten characters up to which JSON.parse shares strings, as many names are. */
export function nameOf(i) {
  return `variable_${i}`;
}

/** What the compiler plugin would say of a graph whose nodes are functions of those names: JSON text. */
export function manifestText({ dependencies, isAsync }) {
  return JSON.stringify({
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
  });
}

/** The names of what is asked for, shared by the engine's table of strings as literals in a program are. */
export function finalVarsOf({ finals }) {
  return Object.keys(Object.fromEntries(finals.map((i) => [nameOf(i), i])));
}
