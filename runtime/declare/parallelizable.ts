/**
 * What a node returns that opens a block: anything that can be iterated, at once or over time. Each item
 * runs the nodes that take it, by the node's name, as a `T`; a node that takes what they come to as
 * `Collect<U>` ends the block. Items start before the last one is there.
 *
 * ```ts
 * import type { Collect, Parallelizable } from "icosian";
 *
 * export const city = (cities: string[]): Parallelizable<string> => cities;
 * export const letters = (city: string): number => city.length;
 * export const total = (letters: Collect<number>): number => letters.reduce((sum, each) => sum + each, 0);
 * ```
 *
 * Arrays, sets, maps and generators of either kind are assignable to it. `for await` reads them all.
 * TypeScript 4.9 does not look at what a generator yields whose return type is written like this.
 */
export type Parallelizable<T> = (Iterable<T> | AsyncIterable<T>) & {
  /** Never there: the compiler reads the items' type from it. */
  readonly "~icosian.parallelizable"?: { readonly item: T };
};

/** What each item is, where a value opens a block; any other value itself. */
export type ItemOf<Value> = 0 extends 1 & Value
  ? Value
  : "~icosian.parallelizable" extends keyof Value
    ? NonNullable<Value["~icosian.parallelizable"]> extends { readonly item: infer Item }
      ? Item
      : Value
    : Value;
