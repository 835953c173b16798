import { input, subdag } from "icosian";
import { z } from "zod";

/** Before tax */
export const net = input<number>();
export const rate = input<number>({ default: 0.2, doc: "VAT rate", schema: z.number().positive() });
export const gross = (net: number, rate: number): number => net + net * rate;

export const more = subdag([{ doubled: (gross: number): number => 2 * gross }], {}, (doubled: number, rate: number): number => doubled + rate);
