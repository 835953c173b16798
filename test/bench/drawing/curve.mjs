/** Points along a cubic Bézier curve, its start left out. */
export function curvePoints(a, b, c, d) {
  return Array.from({ length: 12 }, (_, step) => {
    const t = (step + 1) / 12;
    const mix = (axis) => (1 - t) ** 3 * a[axis] + 3 * (1 - t) ** 2 * t * b[axis] + 3 * (1 - t) * t ** 2 * c[axis] + t ** 3 * d[axis];
    return { x: mix("x"), y: mix("y") };
  });
}
