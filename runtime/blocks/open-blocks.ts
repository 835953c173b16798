/** The blocks of a run whose items are not all done. */
export class OpenBlocks {
  readonly #open = new Set<OpenBlock>();
  readonly #begun = new WeakSet<object>();

  add(block: OpenBlock): void {
    this.#open.add(block);
  }

  delete(block: OpenBlock): void {
    this.#open.delete(block);
  }

  /** Tells all of them that the run has stopped. */
  stop(): void {
    for (const block of [...this.#open]) block.stop();
  }

  /** Notes that an iterator was begun; false if it was before. */
  begin(iterator: object): boolean {
    if (this.#begun.has(iterator)) return false;
    this.#begun.add(iterator);
    return true;
  }
}

export interface OpenBlock {
  /** Lets go of what is iterated, and waits for nothing more. */
  stop(): void;
}
