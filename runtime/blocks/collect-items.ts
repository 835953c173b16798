import { isThenable } from "../call-step.js";
import { describeValue } from "../schemas/describe.js";
import type { BlockFrame } from "./block-host.js";
import { Gaps, isMissing, MISSING } from "./missing.js";
import type { OpenBlock } from "./open-blocks.js";
import { iterated, type ItemResult, type ItemSource, keptItems } from "./item-source.js";
import type { StagedPlan } from "./staged-plan.js";

/**
 * Runs a stage for each item and collects its outputs, each a list in the order of the items: at once
 * where nothing has to be waited for. An item begins as soon as it is there, but none is asked for
 * beyond what may be under way; of an item that is done nothing is kept but what is collected. A list of
 * which a value is missing has gaps.
 */
export function collectItems(stage: StagedPlan, frame: BlockFrame, taken: readonly unknown[]): Lists | Promise<Lists> {
  return new BlockRun(stage, frame, taken).start();
}

type Lists = readonly (readonly unknown[] | Gaps)[];

class BlockRun implements OpenBlock {
  readonly #source: ItemSource;
  /** What goes along with the items, and what they share. */
  readonly #rows: readonly (readonly unknown[] | undefined)[];
  readonly #shared: readonly unknown[];
  readonly #lists: unknown[][];
  /** The lists with gaps. */
  readonly #gaps = new Set<number>();
  #count = 0;
  #underWay = 0;
  /** What has not settled yet of that which the source was asked for, where the run waits for it at its end. */
  #held = 0;
  #isEnded = false;
  #isBusy = false;
  #isWaiting = false;
  #isDone = false;
  /** What the source has thrown, where the run goes on. */
  #fault: { readonly error: unknown } | undefined;
  #done: ((lists: Lists) => void) | undefined;
  #fail: ((error: unknown) => void) | undefined;

  constructor(
    readonly stage: StagedPlan,
    readonly frame: BlockFrame,
    taken: readonly unknown[],
  ) {
    const rest = stage.isFirst ? taken.slice(1) : taken;
    this.#rows = rest.slice(0, stage.rowSlots.length).map((row) => (row instanceof Gaps ? row.list : row === MISSING ? undefined : (row as unknown[])));
    this.#shared = rest.slice(stage.rowSlots.length);
    this.#lists = stage.finalSlots.map(() => []);
    this.#source = stage.isFirst ? iterated(stage, frame, taken[0]) : keptItems(this.#rows.find((row) => row !== undefined)!.length);
    frame.host.blocks.add(this);
  }

  start(): Lists | Promise<Lists> {
    this.#advance();
    if (this.#isDone && this.#fault !== undefined) throw this.#fault.error;
    if (this.#isDone) return this.#collected();
    const { host } = this.frame;
    if (host.stopped && (host.isSync || !this.#isUnderWay)) throw host.error;
    return new Promise((resolve, reject) => {
      this.#done = resolve;
      this.#fail = reject;
    });
  }

  /** Asks for items while there is room for them. */
  #advance(): void {
    const { host } = this.frame;
    // An item that is done at once comes back here from within.
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      while (!this.#isEnded && !this.#isWaiting && !host.stopped && this.#underWay < host.itemLimit) {
        if (host.hasRoom()) this.#pull();
        else this.#await<void>((act) => host.whenRoom(act), () => {});
      }
    } finally {
      this.#isBusy = false;
    }
    if (host.stopped) return this.#giveUp();
    if (!this.#isEnded || this.#underWay > 0 || this.#isDone) return;
    this.#isDone = true;
    host.blocks.delete(this);
    if (this.#fault === undefined) this.#done?.(this.#collected());
    else this.#fail?.(this.#fault.error);
  }

  #collected(): Lists {
    return this.#lists.map((list, output) => (this.#gaps.has(output) ? new Gaps(list) : list));
  }

  stop(): void {
    if (!this.#isEnded) this.#hold(this.#source.close());
    this.#isEnded = true;
    this.#giveUp();
  }

  /** Once the run has stopped, and nothing of this block is under way any more. */
  #giveUp(): void {
    const { host } = this.frame;
    if (this.#isUnderWay) return;
    host.blocks.delete(this);
    this.#fail?.(host.error);
  }

  get #isUnderWay(): boolean {
    return this.#underWay + this.#held > 0;
  }

  /** A source that is asked for an item, or cleans up, is under way as well. */
  #hold(promise: PromiseLike<unknown> | undefined): void {
    const { host } = this.frame;
    if (promise === undefined || host.waitAtEnd === undefined) return;
    this.#held++;
    const release = (): void => {
      this.#held--;
      if (host.stopped) this.#giveUp();
    };
    host.waitAtEnd(promise).then(release, release);
  }

  #pull(): void {
    let next: ItemResult | PromiseLike<ItemResult>;
    try {
      next = this.#source.next();
    } catch (cause) {
      return this.#break(cause);
    }
    if (!isThenable(next)) return this.#receive(next);
    if (this.frame.host.isSync) return this.#break(new Error("its iterator returned a promise"));
    this.#hold(next);
    const coming = Promise.resolve(next).then((result) => () => this.#receive(result), (cause: unknown) => () => this.#break(cause));
    this.#await<() => void>((act) => void coming.then(act), (act) => act());
  }

  #receive(result: ItemResult): void {
    let item: unknown;
    try {
      // As `for … of` does: without this, a number for a result would be an item without end.
      if (typeof (result as unknown) !== "object" || result === null) throw new TypeError(`its iterator gave ${describeValue(result)} and no object with 'done' and 'value'`);
      if (result.done) this.#isEnded = true;
      else item = result.value;
    } catch (cause) {
      return this.#break(cause);
    }
    if (!this.#isEnded) this.#begin(item);
  }

  #begin(item: unknown): void {
    const { stage, frame } = this;
    const position = this.#count++;
    const values = new Array<unknown>(stage.given.length + stage.steps.length).fill(undefined);
    if (stage.itemSlot !== -1) values[stage.itemSlot] = item;
    stage.rowSlots.forEach((slot, row) => (values[slot] = this.#rows[row] === undefined ? MISSING : this.#rows[row][position]));
    stage.captureSlots.forEach((slot, index) => (values[slot] = this.#shared[index]));
    this.#underWay++;
    const running = frame.host.runItem(stage, values, [...frame.item, position]);
    if (running === undefined) this.#gather(position, values);
    else void running.then(() => this.#end(position, values), () => {});
  }

  #end(position: number, values: readonly unknown[]): void {
    this.#gather(position, values);
    this.#resume(() => {});
  }

  #gather(position: number, values: readonly unknown[]): void {
    this.#underWay--;
    this.stage.finalSlots.forEach((slot, output) => {
      this.#lists[output]![position] = values[slot];
      if (isMissing(values[slot])) this.#gaps.add(output);
    });
  }

  /** Waits for something before it asks for more. */
  #await<Result>(later: (act: (result: Result) => void) => void, act: (result: Result) => void): void {
    this.#isWaiting = true;
    later((result) => {
      this.#isWaiting = false;
      this.#resume(() => act(result));
    });
  }

  /** Goes on, called from outside of the run: what fails has to stop it. */
  #resume(act: () => void): void {
    const { host } = this.frame;
    if (host.stopped) return this.#giveUp();
    try {
      act();
      this.#advance();
    } catch (error) {
      host.stop(error);
    }
  }

  /** The source has thrown, and has ended itself by that. */
  #break(cause: unknown): void {
    this.#isEnded = true;
    const error = this.#source.fault(cause, this.#count);
    if (!this.frame.host.continues) throw error;
    this.#fault = { error };
  }
}
