import { type Collect, node, type Parallelizable, source } from "icosian";

/** Declared, tagged and checked: each item passes the check by itself. */
export const word = node({ tag: { kind: "text" }, check: { short: (word: string) => word.length < 9 } }, (text: string): Parallelizable<string> => text.split(" "));

export const measured = node({ extract: ["size", "vowels"] }, (word: string) => ({ size: word.length, vowels: word.match(/[aeiou]/g)?.length ?? 0 }));

export const scaled = node({ parameterize: { doubled: { factor: 2 }, tripled: { factor: 3, of: source("vowels") } } }, (factor: number, of: number) => factor * of);

export const label = node({ pipe: { loud: (text: string) => text.toUpperCase() } }, (word: string, size: number): string => `${word}${size}`);

export const totals = (size: Collect<number>, tripled: Collect<number>): number[] => [...size, ...tripled];
export const gathered = node({ parameterize: { sizes: { all: source("size") }, halves: { all: source("size"), by: 2 } } }, (all: Collect<number>, by: number = 1): number => all.reduce((sum, each) => sum + each, 0) / by);
export const labels = (label: Collect<string>): string => label.join();

export const page = node({ retry: 2, timeout: 1000 }, async function* (pages: number): Parallelizable<number> {
  for (let at = 0; at < pages; at++) yield at;
});
export const pages_seen = node({ tag: { kind: "count" } }, (page: Collect<number>): number => page.length);
