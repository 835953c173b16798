// 'word' is one list, and no 'Parallelizable': there is nothing to collect.
import type { Collect } from "icosian";
export function word(): string[] { return ["as", "it", "is"]; }
export function size(word: string[]): number { return word.length; }
export function longest(size: Collect<number>): number { return Math.max(...size); }
