import { node } from "icosian";

export const size__small = node({ when: { scale: "small" } }, (a: number): number => a);
export const size__big = node({ when: { scale: "big" } }, (a: number): number => a * 100);
