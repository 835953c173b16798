/** A dataflow that others stand on: `subdag` in decorators.flow.ts. */
export const doubled = (value: number): number => value * 2;
export const shifted = (doubled: number, by: number): number => doubled + by;
