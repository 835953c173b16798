/** How the values of a column are spread. */
import { type Column, known } from "./columns.js";

export const ordered = (column: Column): Float64Array => Float64Array.from(known(column)).sort();
export const median = (ordered: Float64Array): number => quantile(ordered, 0.5);
export const middle = (ordered: Float64Array): number => quantile(ordered, 0.75) - quantile(ordered, 0.25);
export const tail = (ordered: Float64Array, level: number): number => quantile(ordered, level);

/** Between the two nearest values. */
function quantile(ordered: Float64Array, level: number): number {
  const position = level * (ordered.length - 1);
  const below = Math.floor(position);
  return ordered[below] + (position - below) * (ordered[Math.ceil(position)] - ordered[below]);
}
