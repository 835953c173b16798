import { subdag } from "icosian";

const foo = (a: number): number => a + 1;

/** What stands inside of another dataflow, in `subdag.flow.ts`. */
export const nested = subdag([{ foo }], {}, (foo: number): number => foo * 2);
