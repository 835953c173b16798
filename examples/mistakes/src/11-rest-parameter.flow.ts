// A rest parameter takes arguments that have no names.
export function sum(...numbers: number[]): number { return numbers.reduce((a, b) => a + b, 0); }
