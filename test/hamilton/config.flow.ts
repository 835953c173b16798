import { node } from "icosian";

export const fn__when = node({ when: { key: "value" } }, (): string => "when");
export const not__fn = node({ whenNot: { key: "value" } }, (): string => "when not");
export const in__fn = node({ whenIn: { key: ["valid_value", "another_valid_value"] } }, (): string => "when in");
export const not_in__fn = node({ whenNotIn: { key: ["invalid_value", "another_invalid_value"] } }, (): string => "when not in");
export const all__hold = node({ when: { key: "value", other: true }, whenNot: { third: 3 } }, (): string => "all hold");

export const price__us = node({ when: { region: "us" } }, (net: number): number => net * 1.08);
export const price__uk = node({ when: { region: "uk" } }, (net: number, vat: number): number => net * (1 + vat));
export const price__other = node({ otherwise: true }, (net: number): number => net);
export const label = (price: number): string => price.toFixed(2);

/** As any name with two underscores that has no condition. */
export const fn_name__v2 = (): number => 2;
export const rest__a__b = node({ when: { rest: 1 } }, (): string => "the last suffix goes");

/** @notNode Of `@hamilton_exclude`. */
export const excluded = (): number => 1;
