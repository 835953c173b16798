import { input } from "icosian";
import { z } from "zod";

/** Before tax, in euro */
export const net = input<number>({ schema: z.number().positive() });
export const rate = input<number>({ default: 0.2, doc: "VAT rate", schema: z.number().min(0).max(1) });
export const lines = input<{ text: string }[]>({ default: [], schema: z.array(z.object({ text: z.string().min(1) })) });
export const customer = input<string>({
  default: "nobody",
  schema: z.string().refine(async (name) => name !== "unknown", "is not known"),
});

export const tax = (net: number, rate: number): number => net * rate;
export const invoice = (tax: number, lines: { text: string }[]): string => [...lines.map(({ text }) => text), `tax ${tax}`].join("\n");
export const greeting = (customer: string): string => `Dear ${customer}`;
