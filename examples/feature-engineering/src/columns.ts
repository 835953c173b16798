/** What is known of each row, and `null` where nothing is. */
export type Column = readonly (number | null)[];

export interface Moments {
  readonly mean: number;
  /** Of a sample: its square is divided by one less than the count. */
  readonly deviation: number;
  readonly count: number;
}

export function known(column: Column): number[] {
  return column.filter((each) => each !== null);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}

export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

export function momentsOf(column: Column): Moments {
  const values = known(column);
  const centre = mean(values);
  return { mean: centre, deviation: Math.sqrt(sum(values.map((each) => (each - centre) ** 2)) / (values.length - 1)), count: values.length };
}

/** Row by row, where all of them are known. */
export function combine(columns: readonly Column[], act: (...row: number[]) => number): Column {
  return columns[0].map((_, row) => {
    const values = columns.map((column) => column[row]);
    return values.every((each) => each !== null) ? act(...values) : null;
  });
}

export function scale(column: Column, factor: number): Column {
  return combine([column], (each) => each * factor);
}

/** How many of the known values are smaller, from 0 to 1. */
export function percentRank(column: Column): Column {
  const sorted = known(column).sort((a, b) => a - b);
  const smaller = new Map<number, number>();
  sorted.forEach((each, position) => smaller.has(each) || smaller.set(each, position));
  return combine([column], (each) => smaller.get(each)! / (sorted.length - 1));
}

/** Pearson's, of the rows that have both. */
export function correlation([one, other]: readonly Column[]): number {
  const both = one.flatMap((each, row) => (each !== null && other[row] !== null ? [[each, other[row]]] : []));
  const [a, b] = [mean(both.map(([x]) => x)), mean(both.map(([, y]) => y))];
  const covariance = sum(both.map(([x, y]) => (x - a) * (y - b)));
  return covariance / Math.sqrt(sum(both.map(([x]) => (x - a) ** 2)) * sum(both.map(([, y]) => (y - b) ** 2)));
}
