import { source, subdag } from "icosian";
import * as inner from "./nested.flow";
import * as sized from "./sized.flow";

const foo = (a: number): number => a + 1;
const bar = (foo: number, b: number): number => foo * b;
const feature = { foo, bar };

/** Of `@subdag` in the documentation: the inner nodes are there under its name. */
export const feature_engineering = subdag([feature], { inputs: { a: source("input_a"), b: 10 } }, (bar: number, foo: number): number[] => [foo, bar]);

/** The same dataflow once more, with other inputs. */
export const other = subdag([feature], { inputs: { a: source("input_b"), b: source("factor") } }, (bar: number): number => bar);

/** What neither it nor `inputs` provides is asked of the outer dataflow. */
export const open = subdag([{ foo }], {}, (foo: number): number => foo);

/** Of `@parameterized_subdag`: one subdag each, with a config of its own. */
export const small = subdag([sized], { inputs: { a: source("input_a") }, config: { scale: "small" } }, (size: number): number => size);
export const big = subdag([sized], { inputs: { a: source("input_a") }, config: { scale: "big" } }, (size: number): number => size);

/** A subdag inside of a subdag. */
export const outer = subdag([inner], { inputs: { a: 4 } }, (nested: number): number => nested + 1);

export const total = (other: number, small: number, big: number): number => other + small + big;
