// A node for each word: that is no mistake …
import type { Collect, Parallelizable } from "icosian";
export function word(text: string): Parallelizable<string> { return text.split(" "); }
export function size(word: string): number { return word.length; }
export function total(size: Collect<number>): number { return [...size].reduce((sum, each) => sum + each, 0); }
