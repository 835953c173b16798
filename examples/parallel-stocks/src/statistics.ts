export function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

export function standardDeviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, each) => sum + (each - middle) ** 2, 0) / (values.length - 1));
}

/** Of the line through these points that fits best. */
export function slope(xs: readonly number[], ys: readonly number[]): number {
  const [middleX, middleY] = [mean(xs), mean(ys)];
  let together = 0;
  let alone = 0;
  xs.forEach((x, index) => {
    together += (x - middleX) * (ys[index]! - middleY);
    alone += (x - middleX) ** 2;
  });
  return together / alone;
}

/** What changes in a row come to. */
export function compounded(changes: readonly number[]): number {
  return changes.reduce((product, each) => product * (1 + each), 1) - 1;
}
