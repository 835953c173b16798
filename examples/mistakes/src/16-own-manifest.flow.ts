// The compiler exports '$manifest' from each dataflow module, and finds the name taken.
export function answer(): number { return 42; }
export const $manifest = { manifestVersion: 1, nodes: [] };
