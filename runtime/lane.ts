/** How many promises are under way, and how many may be. */
export class Lane {
  #underWay = 0;

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

  /** Calls back when others that share the lane make room, if there are any. */
  whenRoom?(act: () => void): void;

  /** Lets the others go on that wait, as long as there is room. */
  wake?(): void;
}
