/** Steps, of which the first in the order of the plan comes out first. */
export class StepHeap {
  readonly #steps: number[] = [];

  /** The first step, or `Infinity` if there is none. */
  get first(): number {
    return this.#steps[0] ?? Infinity;
  }

  push(step: number): void {
    const steps = this.#steps;
    let at = steps.push(step) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (steps[parent]! <= step) break;
      steps[at] = steps[parent]!;
      at = parent;
    }
    steps[at] = step;
  }

  pop(): number {
    const steps = this.#steps;
    const first = steps[0]!;
    const last = steps.pop()!;
    if (steps.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child + 1 < steps.length && steps[child + 1]! < steps[child]!) child++;
      if (child >= steps.length || steps[child]! >= last) break;
      steps[at] = steps[child]!;
      at = child;
    }
    steps[at] = last;
    return first;
  }
}
