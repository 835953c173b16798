// The first step makes a string of the number; the second one takes a number.
import { node } from "icosian";
export const score = node({ pipe: { shown: (value: number) => value.toFixed(2), half: (value: number) => value / 2 } }, (points: number): number => points);
