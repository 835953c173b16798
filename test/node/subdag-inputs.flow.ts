import { source, subdag } from "icosian";
import * as regions from "./inner/regions";
import * as taxes from "./inner/taxes";

export const price = (): number => 10;
export const open = subdag([taxes], {}, (gross: number): number => gross);
export const given = subdag([taxes], { inputs: { net: source("price"), rate: -1 } }, (gross: number): number => gross);
export const nested = subdag([regions], {}, (inner: number): number => inner);
export const more = (rate: number): number => 100 * rate;
