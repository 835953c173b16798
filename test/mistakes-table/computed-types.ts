/** Modules whose types follow from others: what is awaited, computed or inferred. Which of each row's two is wrong is for TypeScript to say. */
import type { Rows } from "./rows";

export const COMPUTED_TYPES: Rows = {
  "awaited types": [
    ["a promise of the wrong type", `export async function user(id: number): Promise<«string → number»> { return null!; }
      export function age(user: number): number { return user; }`],
    ["promises within promises", `export const deep = (): Promise<Promise<«string → number»>> => null!;
      export const double = (deep: number): number => deep * 2;`],
    ["a union with a promise", `export const cached = (hit: boolean): number | Promise<number «| null →»> => null!;
      export const double = (cached: number): number => cached * 2;`],
    ["a promise asked for", `export const start = (): Promise<number> => null!;
      export const later = (start: «Promise<number> → number | Promise<number>»): number => 1;`],
    ["a promise in a property is not awaited", `export const job = (): Promise<{ done: Promise<number> }> => null!;
      export const value = (job: { done: «number → PromiseLike<number>» }): number => 1;`],
    ["promises in a tuple are not awaited", `export const pair = (): [Promise<number>, string] => null!;
      export const left = (pair: [«number → Promise<number>», string]): number => 1;`],
    ["a thenable class", `export class Lazy<T> implements PromiseLike<T> { then<A = T, B = never>(f?: ((v: T) => A | PromiseLike<A>) | null, r?: ((e: unknown) => B | PromiseLike<B>) | null): PromiseLike<A | B> { return null!; } }
      export const lazy = (): Lazy<«string → number»> => null!;
      export const use = (lazy: number): number => lazy;`],
    ["an object with a then that is no promise's", `export const step = (): { then: «number → string» } => null!;
      export const use = (step: { then: string }): number => 1;`],
    ["a promise of nothing", `export const saved = (): Promise<void> => null!;
      export const after = (saved: «null → void»): number => 1;`],
    ["an async arrow's inferred type", `export const rows = async (text: string) => text.split(",")«.map(Number) →»;
      export const first = (rows: string[]): string => rows[0]!;`],
    ["a union of promises", `export const one = (): Promise<string> | Promise<«Date → number»> => null!;
      export const use = (one: string | number): string => "";`],
    ["a result that is a function of a promise", `export const fetcher = (): (() => Promise<number>) => null!;
      export const use = (fetcher: () => «number → Promise<number>»): number => 1;`],
  ],
  "conditional and mapped types": [
    ["a conditional return type", `type Parsed<T> = T extends "number" ? number : T extends "text" ? string : never;
      export const parsed = (): Parsed<«"text" → "number"»> => null!;
      export const double = (parsed: number): number => parsed * 2;`],
    ["a distributive one", `type Wrap<T> = T extends unknown ? { value: T } : never;
      export const wrapped = (): Wrap<string | number> => null!;
      export const use = (wrapped: { value: «string → string | number» }): number => 1;`],
    ["one with infer", `type Element<T> = T extends readonly (infer E)[] ? E : never;
      export const element = (): Element<«string → number»[]> => null!;
      export const use = (element: number): number => element;`],
    ["a mapped type with renamed keys", `type Getters<T> = { [K in keyof T & string as \`get\${Capitalize<K>}\`]: () => T[K] };
      export const getters = (): Getters<{ name: string }> => null!;
      export const use = (getters: { get«name → Name»(): string }): string => getters.get«name → Name»();`],
    ["a mapped type that makes optional", `interface Config { host: string; port: number }
      export const config = (): «Partial<Config> → Required<Config>» => null!;
      export const url = (config: Config): string => config.host;`],
    ["a mapped type over a union of keys", `export const counts = (): Record<"a" | "b", number> => null!;
      export const sum = (counts: Record<"a" | "b" «| "c" →», number>): number => counts.a;`],
    ["keys taken away", `interface Row { id: number; name: string; secret: string }
      export const row = (): Omit<Row, "«name → secret»"> => null!;
      export const label = (row: { id: number; name: string }): string => row.name;`],
    ["a recursive conditional type", `type Flat<T> = T extends readonly (infer E)[] ? Flat<E> : T;
      export const flat = (): Flat<«string → number»[][][]> => null!;
      export const use = (flat: number): number => flat;`],
  ],
  generics: [
    ["inferred through one", `export const ids = (): «string → number»[] => null!;
      export const first = <T>(ids: T[]): T => ids[0]!;
      export const double = (first: number): number => first * 2;`],
    ["inferred through several", `export const rows = (): { id: number; name: string }[] => null!;
      export const head = <T>(rows: readonly T[]): T | undefined => rows[0];
      export const boxed = <T>(head: T): { box: NonNullable<T> } => null!;
      export const label = (boxed: { box: { «label → name»: string } }): string => "";`],
    ["a constraint that is not met", `export const item = (): { «key → id»: string } => null!;
      export const byId = <T extends { id: string }>(item: T): Map<string, T> => null!;`],
    ["a constraint among type parameters", `export const record = (): { a: number; b: string } => null!;
      export const field = (): "«c → b»" => null!;
      export const value = <T, K extends keyof T>(record: T, field: K): T[K] => record[field];`],
    ["what comes out of keyof", `export const record = (): { a: number; b: string } => null!;
      export const field = (): "«b → a»" => null!;
      export const value = <T, K extends keyof T>(record: T, field: K): T[K] => record[field];
      export const double = (value: number): number => value * 2;`],
    ["a default for a parameter that nothing tells of", `export const empty = <T = «string → number»>(): T[] => [];
      export const sum = (empty: number[]): number => 1;`],
    ["two producers for one type parameter", `export const left = (): number => 1;
      export const right = (): «string → number» => null!;
      export const either = <T>(left: T, right: T): T[] => [left, right];
      export const use = (either: number[]): number => 1;`],
    ["a generic that returns a function", `export const seed = (): «string → number» => null!;
      export const constant = <T>(seed: T): (() => T) => () => seed;
      export const use = (constant: () => number): number => constant();`],
    ["a generic of a promise", `export const source = async (): Promise<«string → number»> => null!;
      export const listed = async <T>(source: T): Promise<T[]> => [source];
      export const use = (listed: number[]): number => 1;`],
    ["a generic that takes one object", `export const low = (): number => 1;
      export const high = (): «string → number» => null!;
      export const range = <T>({ low, high }: { low: T; high: T }): [T, T] => [low, high];
      export const use = (range: [number, number]): number => 1;`],
    ["a conditional type over its parameter", `type Unwrapped<T> = T extends { value: infer V } ? V : T;
      export const box = (): { value: «string → number» } => null!;
      export const unboxed = <T>(box: T): Unwrapped<T> => null!;
      export const use = (unboxed: number): number => unboxed;`],
    ["a rest of a tuple", `export const tuple = (): [«string → number», boolean, Date] => null!;
      export const tail = <H, T extends unknown[]>(tuple: [H, ...T]): { head: H; rest: T } => null!;
      export const use = (tail: { head: number; rest: [boolean, Date] }): number => 1;`],
    ["a callback's parameter", `export const numbers = (): «string → number»[] => [];
      export const mapper = <T>(numbers: T[]): ((each: T) => T) => (each) => each;
      export const use = (mapper: (each: number) => number): number => mapper(1);`],
    ["a class's type argument", `export class Repo<T> { constructor(readonly all: T[]) {} put(each: T): void { this.all.push(each); } }
      export const users = (): { id: «string → number» }[] => [];
      export const repo = <T>(users: T[]): Repo<T> => new Repo(users);
      export const use = (repo: Repo<{ id: number }>): number => 1;`],
  ],
};
