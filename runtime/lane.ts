/** How many promises are under way, and how many may be: shared by all that a run does. */
export class Lane {
  #underWay = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(readonly limit: number) {}

  hasRoom(): boolean {
    return this.#underWay < this.limit;
  }

  enter(): void {
    this.#underWay++;
  }

  leave(): void {
    this.#underWay--;
  }

  /** Calls back when there is room again. */
  whenRoom(act: () => void): void {
    this.#waiting.push(act);
  }

  /** Lets those go on that wait, as long as there is room. */
  wake(): void {
    while (this.#waiting.length > 0 && this.hasRoom()) this.#waiting.shift()!();
  }
}
