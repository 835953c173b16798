import { node } from "icosian";

export const tax__us = node({ when: { region: "us" } }, (net: number): string => `us ${net}`);
export const tax__vat = node({ whenIn: { region: ["uk", "de"] }, whenNot: { exempt: true } }, (net: number, rate: number): string => `vat ${net * rate}`);
export const tax__rest = node({ otherwise: true }, (): string => "none");

export const code__us = node({ when: { region: "us" } }, (): number => 1);
export const code__uk = node({ when: { region: "uk", level: null }, whenNotIn: { exempt: [true, 1] } }, (): number => 44);

export const label = (tax: string, code: number): string => `${tax} ${code}`;
/** Needs what every config has. */
export const base = (net: number, rate: number): number => net + rate;
