import { node, source, step } from "icosian";

const apply = (foo: number, bar: number, baz = 100): number => foo + bar + baz;
const addOne = (x: number): number => x + 1;
const describe = (x: number, unit: string): string => `${x} ${unit}`;

/** Of `@pipe_output`, with steps that have names. */
export const piped = node(
  {
    pipe: {
      node_1: step(apply, { bar: source("bar_upstream"), baz: 10 }),
      node_2: step(apply, { bar: source("bar_upstream"), baz: 100 }),
      node_3: step(apply, { bar: source("bar_upstream"), baz: 1000 }),
    },
  },
  (p: number): number => p,
);

/** Steps under conditions: `step(…).when(…)`. */
export const conditional = node(
  {
    pipe: {
      always: addOne,
      only: step(apply, { bar: 10, baz: 0 }, { when: { calc: "on" } }),
      unless: step(apply, { bar: 100, baz: 0 }, { whenNot: { calc: "on" } }),
    },
  },
  (p: number): number => p,
);

/** Of `@mutate`: what changes a node stands with it. */
export const mutated = node({ pipe: { add_one: addOne, describe } }, (p: number): number => p * 2);

/** Of `@pipe_input`: what is done to an input is a node of its own. */
export const clean = node({ pipe: { add_one: addOne, twice: (x: number): number => x * 2 } }, (raw: number): number => raw);
export const uses_clean = (clean: number): number => clean * 10;

const length = { test: (list: readonly number[]) => list.length === 1, importance: "warn" } as const;

/** Of `@check_output`. */
export const fn = node({ check: { dataset_length: (list: readonly number[]) => list.length === 1, dtype: (list: readonly number[]) => list.every(Number.isInteger) } }, (input: readonly number[]): readonly number[] => input);
export const strict = node(
  {
    check: {
      dataset_length: { test: length.test, importance: "fail" },
      dtype: { test: (list: readonly number[]) => list.every(Number.isInteger), importance: "fail" },
    },
  },
  (input: readonly number[]): readonly number[] => input,
);
export const size = (strict: readonly number[]): number => strict.length;

/** Of `@tag`. */
export const tagged_function = node({ tag: { foo: "bar", bar: "baz" } }, (): number => 1);
export const owned = node({ tag: { foo: "other", owners: ["a", "b"] } }, (): number => 2);
/**
 * The tags of a doc comment do the same.
 * @tag foo bar
 */
export const told = (): number => 3;
