/** Modules whose types are as written. Which of each row's two is wrong is for TypeScript to say. */
import type { Rows } from "./rows";

export const WRITTEN_TYPES: Rows = {
  "nothing and everything": [
    ["a value where there can be none", `export const value = (): «number → never» => { throw new Error(); };
      export const use = (value: never): number => 1;`],
    ["unknown must be narrowed first", `export const read = (text: string): unknown => JSON.parse(text);
      export const use = (read: «{ a: number } → unknown»): number => 1;`],
    ["a written any fits", `export const read = (text: string): «unknown → any» => JSON.parse(text);
      export const use = (read: { a: number }): number => read.a;`],
    ["null", `export const found = (text: string): RegExpMatchArray | null => /x/.exec(text);
      export const use = (found: RegExpMatchArray «→ | null»): number => 1;`],
    ["void is not undefined", `export const log = (): void => {};
      export const use = (log: «undefined → void»): number => 1;`],
    ["undefined is void", `export const log = (): «null → undefined» => null!;
      export const use = ({ log }: { log: void }): number => 1;`],
    ["an empty object type takes all but null", `export const value = (): number «| null →» => 1;
      export const use = (value: {}): number => 1;`],
    ["object takes no primitive", `export const value = (): «string → string[]» => null!;
      export const use = (value: object): number => 1;`],
  ],
  optional: [
    ["undefined for what has no default", `export const latest = (all: number[]): number | undefined => all.at(-1);
      export const use = (latest: number «→ = 0»): number => latest;`],
    ["null for what may be left out", `export const limit = (): number | «null → undefined» => null!;
      export const use = (limit?: number): number => limit ?? 1;`],
    ["an optional parameter still has a type", `export const limit = (): «string → number» => null!;
      export const use = (limit?: number): number => limit ?? 1;`],
    ["a default's type is inferred", `export const name = (): «number → string» => null!;
      export const greeting = (name = "you"): string => name;`],
    ["undefined for a destructured property that has no default", `export const rate = (): number | undefined => 1;
      export const use = ({ rate }: { rate: «number → number | undefined» }): number => 1;`],
    ["undefined for a destructured property that may be left out", `export const rate = (): number | «null → undefined» => 1;
      export const use = ({ rate = 1 }: { rate?: number | undefined }): number => rate;`],
    ["an optional property where a value is needed", `export const options = (): { retries«? →»: number } => null!;
      export const use = (options: { retries: number }): number => options.retries;`],
    ["a weak type takes nothing that has none of its properties", `export const settings = (): { «retry → retries»: number } => null!;
      export const use = (settings: { retries?: number; delay?: number }): number => 1;`],
    ["an optional method", `export const plugin = (): { run«? →»(): void } => null!;
      export const use = (plugin: { run(): void }): number => 1;`],
  ],
  variance: [
    ["a function's parameter is contravariant", `interface Animal { name: string } interface Dog extends Animal { bark(): void }
      export const handler = (): ((each: «Dog → Animal») => void) => null!;
      export const use = (handler: (each: «Animal → Dog») => void): number => 1;`],
    ["a method's parameter is not", `interface Animal { name: string } interface Dog extends Animal { bark(): void }
      export const handler = (): { run«: (each: Dog) => → (each: Dog):» void } => null!;
      export const use = (handler: { run«: (each: Animal) => → (each: Animal):» void }): number => 1;`],
    ["a mutable cell is invariant", `export class Cell<T> { constructor(private value: T) {} get = (): T => this.value; set = (value: T): void => { this.value = value; }; }
      export const cell = (): Cell<«1 → number»> => null!;
      export const use = (cell: Cell<number>): number => 1;`],
    ["declared variance", `export interface Source<out T> { next(): T } export interface Sink<in T> { put(each: T): void }
      export const sink = (): Sink<«"a" → string»> => null!;
      export const source = (): Source<"a"> => null!;
      export const use = (sink: Sink<string>, source: Source<string>): number => 1;`],
    ["a read-only array cannot be written to", `export const list = (): «readonly number[] → number[]» => [];
      export const sorted = (list: number[]): number[] => list.sort();`],
    ["a read-only map", `export const index = (): «ReadonlyMap → Map»<string, number> => new Map();
      export const use = (index: Map<string, number>): number => 1;`],
    ["a callback that takes more than it gets", `export const compare = (): ((a: number «, b: number, c: number → , b: number») => number) => null!;
      export const use = (compare: (a: number, b: number) => number): number => compare(1, 2);`],
    ["a callback that must return", `export const visit = (): ((each: number) => «void → boolean») => null!;
      export const use = (visit: (each: number) => boolean): number => 1;`],
    ["a predicate", `export const isText = (): ((each: unknown) => «boolean → each is string») => null!;
      export const use = (isText: (each: unknown) => each is string): number => 1;`],
    ["a constructor", `export abstract class Base { abstract run(): number } export class Real extends Base { run(): number { return 1; } }
      export const kind = (): typeof «Base → Real» => null!;
      export const made = (kind: new () => Base): number => new kind().run();`],
  ],
  nominal: [
    ["private members", `export class Euro { private currency = "EUR"; constructor(readonly amount: number) {} } export class Dollar { private currency = "USD"; constructor(readonly amount: number) {} }
      export const price = (): «Dollar → Euro» => null!;
      export const total = (price: Euro): number => price.amount;`],
    ["hash-private members", `export class A { #own = 1; get own(): number { return this.#own; } } export class B { #own = 1; get own(): number { return this.#own; } }
      export const a = (): «B → A» => null!;
      export const use = (a: A): number => a.own;`],
    ["a structural copy of a class with private members", `export class Token { private secret = 1; readonly id = "x"; }
      export const token = (): «{ secret: number; id: string } → Token» => null!;
      export const use = (token: Token): string => token.id;`],
    ["a subclass's private member hides nothing", `export class Base { protected key = 1; } export class Derived extends Base { extra = 1; }
      export const thing = (): «Base → Derived» => null!;
      export const use = (thing: Derived): number => thing.extra;`],
    ["brands", `declare const brand: unique symbol; type UserId = string & { [brand]: "user" }; type OrderId = string & { [brand]: "order" };
      export const owner = (): «OrderId → UserId» => null!;
      export const use = (owner: UserId): string => owner;`],
    ["a brand is no plain value", `type Metres = number & { readonly __unit: "m" };
      export const height = (): «number → Metres» => null!;
      export const use = (height: Metres): number => height;`],
    ["a brand serves as a plain value", `type Metres = number & { readonly __unit: "m" };
      export const height = (): Metres => null!;
      export const use = (height: «string → number»): number => 1;`],
    ["enums of two names", `export enum Colour { Red, Green } export enum Shade { Red, Green }
      export const colour = (): «Shade → Colour» => null!;
      export const use = (colour: Colour): number => colour;`],
    ["a member of an enum", `export enum Level { Low = "low", High = "high" }
      export const level = (): Level«.High → .Low» => null!;
      export const use = (level: Level.Low): string => level;`],
    ["a string is no string enum", `export enum Level { Low = "low", High = "high" }
      export const level = (): «"low" → Level.Low» => null!;
      export const use = (level: Level): string => level;`],
    ["unique symbols", `export declare const left: unique symbol; export declare const right: unique symbol;
      export const key = (): { key: typeof «right → left» } => null!;
      export const use = (key: { key: typeof left }): number => 1;`],
  ],
  "literals and templates": [
    ["a wider string", `export const mode = (): «string → "on" | "off"» => null!;
      export const use = (mode: "on" | "off"): number => 1;`],
    ["an inferred literal is widened", `export const mode = () => ({ mode: "on"«→ as const» });
      export const use = (mode: { mode: "on" | "off" }): number => 1;`],
    ["template literal types", `export const path = (): \`/\${«string → number»}\` => null!;
      export const use = (path: \`/\${number}\`): number => 1;`],
    ["a template that a literal meets", `export const version = (): "«1.x → v1.0»" => null!;
      export const use = (version: \`v\${number}\`): number => 1;`],
    ["string mappings", `export const name = (): Uppercase<"«b → a»"> => null!;
      export const use = (name: "A"): number => 1;`],
    ["a number literal", `export const port = (): «number → 80 | 443» => null!;
      export const use = (port: 80 | 443): number => 1;`],
    ["a discriminated union", `type Event = { kind: "click"; x: number } | { kind: "key"; code: string };
      export const event = (): { kind: "«key → click»"; x: number } => null!;
      export const use = (event: Event): string => event.kind;`],
    ["a union that lost a case", `export const status = (): "open" | "closed" «| "unknown" →» => null!;
      export const use = (status: "open" | "closed"): number => 1;`],
    ["bigint", `export const big = (): «number → bigint» => null!;
      export const use = (big: bigint): number => 1;`],
  ],
  "arrays, tuples and indices": [
    ["the wrong length", `export const point = (): [number, number«, number →»] => null!;
      export const use = (point: [number, number]): number => point[0];`],
    ["an array is no tuple", `export const point = (): «number[] → [number, number]» => null!;
      export const use = (point: [number, number]): number => 1;`],
    ["an optional element", `export const point = (): [number, number«? →»] => null!;
      export const use = (point: [number, number]): number => point[1];`],
    ["the order of elements", `export const pair = (): [«number, string → string, number»] => null!;
      export const use = (pair: [key: string, value: number]): string => pair[0];`],
    ["a read-only tuple", `export const pair = () => [1, 2]«as const → as [number, number]»;
      export const use = (pair: [number, number]): number => 1;`],
    ["an interface has no index signature, a type alias has", `«interface Row → type Row =» { a: number; b: number }
      export const row = (): Row => null!;
      export const sum = (row: Record<string, number>): number => 1;`],
    ["an index signature's values", `export const table = (): Record<string, number «| undefined →»> => ({});
      export const use = (table: { [name: string]: number }): number => 1;`],
    ["an index signature does not promise a property", `export const table = (): «Record<string, number> → { total: number }» => null!;
      export const use = (table: { total: number }): number => table.total;`],
    ["keys by pattern", `export const data = (): { [key: \`data-\${string}\`]: «number → string» } => ({});
      export const use = (data: { [key: \`data-\${string}\`]: string }): number => 1;`],
    ["rest elements", `export const row = (): [string, ...(number «| string →»)[]] => null!;
      export const use = (row: [string, ...number[]]): number => 1;`],
    ["variadic elements in the middle", `export const row = (): [string, ...number[], «string → boolean»] => null!;
      export const use = (row: [string, ...number[], boolean]): number => 1;`],
    ["typed arrays", `export const samples = (): «Float32Array → Float64Array» => null!;
      export const use = (samples: Float64Array): number => 1;`],
  ],
  "the form of a node": [
    ["one destructured object", `export const net = (): «string → number» => null!;
      export const rate = (): number => 1;
      export const gross = ({ net, rate }: { net: number; rate: number }): number => net * rate;`],
    ["a destructured property under another name", `export const net = (): «string → number» => null!;
      export const gross = ({ net: amount }: { net: number }): number => amount;`],
    ["a destructured object of a type with a name", `interface Needs { readonly net: number; readonly rate?: number }
      export const rate = (): «string → number» => null!;
      export const gross = ({ net, rate = 1 }: Needs): number => net * rate;`],
    ["a destructured object with a default", `export const rate = (): «string → number» => null!;
      export const gross = ({ rate }: { rate?: number } = {}): number => rate ?? 1;`],
    ["a constant with a written type", `type Fn = (price: number) => number;
      export const price = (): «string → number» => null!;
      export const total: Fn = (price) => price;`],
    ["a function expression", `export const price = function (): «string → number» { return null!; };
      export const total = function inner(price: number): number { return price; };`],
    ["satisfies", `export const price = (() => null!) satisfies () => «string → number» as () => «string → number»;
      export const total = ((price: number) => price) satisfies (price: number) => number;`],
    ["a generator", `export function* rows(): Generator<«string → number»> { yield null!; }
      export const sum = (rows: Iterable<number>): number => [...rows].length;`],
    ["an async generator", `export async function* rows(): AsyncGenerator<«string → number»> { yield null!; }
      export const sum = (rows: AsyncIterable<number>): number => 1;`],
    ["a type predicate and an assertion", `export const check = (raw: unknown): raw is string => true;
      export const use = (check: «true → boolean»): number => 1;`],
    ["an inferred result", `export const parts = (text: string) => ({ words: text.split(" "), at: «new Date() → 1» });
      export const use = (parts: { words: string[]; at: number }): number => parts.at;`],
    ["a parameter called signal that is no AbortSignal", `export const signal = (): «string → number» => null!;
      export const use = (signal: number): number => signal;`],
  ],
};
