import { Lane } from "../lane.js";

/** The lane of a run with blocks: all of their items share it. */
export class SharedLane extends Lane {
  readonly #waiting = new Set<() => void>();

  override whenRoom(act: () => void): void {
    this.#waiting.add(act);
  }

  override wake(): void {
    for (const act of this.#waiting) {
      if (!this.hasRoom()) return;
      this.#waiting.delete(act);
      act();
    }
  }
}
