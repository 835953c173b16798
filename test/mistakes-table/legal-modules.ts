/** What some of them import. */
export const PARTS = `export const price = (): number => 1;`;

export const LEGAL_MODULES: readonly (readonly [name: string, text: string])[] = [
  ["an input with a brand within, asked for twice", `type Id = string & { readonly __id: "user" };
    export const tags = (user: { id: Id; tags: string[] }): number => user.tags.length;
    export const name = (user: { id: string }): string => user.id;`],
  ["an input with two defaults", `export const first = (limit = 1): number => limit; export const second = (limit = "none"): string => limit;`],
  ["an input that two may leave out", `export const first = (limit?: number): number => limit ?? 1; export const second = (limit?: string): string => limit ?? "";`],
  ["an input that can only be left out", `export const first = (limit?: never): number => limit ?? 1;`],
  ["an input asked for as a class and as what it has", `export const first = (at: Date): number => at.getTime(); export const second = (at: { getTime(): number }): number => at.getTime();`],
  ["an input asked for as two unions", `export const first = (key: string | number): string => String(key); export const second = (key: number | boolean): string => String(key);`],
  ["an input asked for as two functions", `export const first = (f: (x: number) => void): void => f(1); export const second = (f: (x: string) => void): void => f("");`],
  ["an input asked for as an array and as what is iterated", `export const first = (rows: number[]): number => rows.length; export const second = (rows: Iterable<number>): number[] => [...rows];`],
  ["an input asked for as a variant and as all of them", `type Shape = { kind: "circle"; r: number } | { kind: "square"; side: number };
    export const first = (shape: Extract<Shape, { kind: "circle" }>): number => shape.r; export const second = (shape: Shape): string => shape.kind;`],
  ["an input asked for as an enumeration and as its values", `export enum Level { Low, High } export const first = (level: Level): number => level; export const second = (level: number): number => level;`],
  ["an input asked for as anything", `export const first = (value: unknown): string => typeof value; export const second = (value: {}): string => value.toString(); export const third = (value: number): number => value;`],
  ["an input with a phantom type", `declare const phantom: unique symbol; type Typed<T> = { readonly [phantom]?: T; readonly id: number };
    export const first = (ref: Typed<string>): number => ref.id; export const second = (ref: { id: number }): number => ref.id;`],
  ["properties of a record", `export const net = (): number => 1; export const sum = ({ net, vat }: Record<string, number>): number => net! + vat!;`],
  ["properties by pattern", `export const data_a = (): number => 1; export const sum = ({ data_a }: { [key: \`data_\${string}\`]: number }): number => data_a!;`],
  ["properties of a type parameter", `export const net = (): number => 1; export const sum = <T extends { net: number }>({ net }: T): number => net;`],
  ["properties of a union", `export const net = (): number => 1; export const sum = ({ net }: { net: number } | { net: number; vat: number }): number => net;`],
  ["a property with a quoted name", `export const net = (): number => 1; export const sum = ({ "net": amount }: { net: number }): number => amount;`],
  ["a default for the whole object", `export const net = (): number => 1; export const sum = ({ net = 0 }: { net?: number } = {}): number => net;`],
  ["a name that is a type only", `export type { price } from "./parts"; export const total = (price: string): string => price;`],
  ["a name that was imported as a type", `import type { price } from "./parts"; export { price }; export const total = (price: string): string => price;`],
  ["names that are all types only", `export type * from "./parts"; export const total = (price: string): string => price;`],
  ["a class, an enumeration, a namespace and a constant", `export class price {} export enum vat { A } export namespace net { export const a = 1; } export const rate = 1;
    export const total = (price: string, vat: string, net: string, rate: string): string => price + vat + net + rate;`],
  ["an interface and a node of one name", `export interface price { amount: number } export function price(): price { return { amount: 1 }; } export const total = (price: price): number => price.amount;`],
  ["a node and a namespace of one name", `export function price(): number { return price.base; } export namespace price { export const base = 1; } export const total = (price: number): number => price;`],
  ["the default export under a node's name", `export default function price(): string { return ""; } export const total = (price: number): number => price;`],
  ["a helper under a node's name", `const price = (): string => ""; export const total = (price: number): number => price; export const text = (): string => price();`],
  ["a private export under a node's name", `export const _price = (): string => ""; export const total = (_price: number): number => _price;`],
  ["what is marked as no node", `/** @notNode */ export const price = (): string => ""; export const total = (price: number): number => price;`],
  ["a variable that can change", `export let price = (): string => ""; export const total = (price: number): number => price;`],
  ["a renamed export", `const price = (): string => ""; export { price as title }; export const total = (price: number, title: string): string => title + price;`],
  ["a name of the prototype", `export const constructor = (): number => 1; export const toString = (constructor: number): string => String(constructor); export const use = (toString: string, valueOf: number): string => toString + valueOf;`],
  ["a signal", `export const fetched = async (url: string, signal: AbortSignal): Promise<string> => url + String(signal); interface AbortSignal { readonly aborted: boolean }`],
  ["a recursive type", `type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
    export const raw = (): Json[] => []; export const use = (raw: Json): string => JSON.stringify(raw);`],
  ["a type that contains itself twice", `interface Node { left?: Node; right?: Node; value: number } interface Wide { left?: Wide; right?: Wide; value: number | string }
    export const tree = (): Node => ({ value: 1 }); export const use = (tree: Wide): number => 1;`],
  ["two copies of one class without private members", `export class A { x = 1; } export class B { x = 2; } export const a = (): A => new A(); export const use = (a: B): number => a.x;`],
  ["a bivariant method", `interface Animal { name: string } interface Dog extends Animal { bark(): void } interface Handler<T> { handle(each: T): void }
    export const handler = (): Handler<Dog> => ({ handle() {} }); export const use = (handler: Handler<Animal>): number => 1;`],
  ["void for undefined's place", `export const log = (): undefined => undefined; export const use = ({ log }: { log: void }): number => 1;`],
  ["a number for an enumeration", `export enum Level { Low, High } export const level = (): 0 => 0; export const use = (level: Level): number => level;`],
  ["never for anything", `export const fail = (): never => { throw new Error(); }; export const use = (fail: { a: 1 }): number => 1;`],
  ["any for anything but never", `export const raw = (text: string): any => JSON.parse(text); export const use = (raw: { a: 1 }): number => 1;`],
  ["any in a promise", `export const raw = async (text: string): Promise<any> => JSON.parse(text); export const use = (raw: { a: 1 }): number => 1;`],
  ["a function that ignores its arguments", `export const f = (): (() => void) => () => {}; export const use = (f: (a: number, b: string) => void): number => 1;`],
  ["a function whose result is ignored", `export const f = (): ((a: number) => string) => String; export const use = (f: (a: number) => void): number => 1;`],
  ["an overloaded callback", `export const f = (): { (a: number): number; (a: string): string } => null!; export const use = (f: (a: string) => string): string => f("");`],
  ["a generic callback", `export const f = (): (<T>(a: T) => T) => (a) => a; export const use = (f: (a: number) => number): number => f(1);`],
  ["a generic node that nobody uses", `export const first = <T extends { id: string }>(rows: readonly T[]): ReadonlyMap<string, T> => new Map(rows.map((row) => [row.id, row]));`],
  ["a generic node in a chain of promises", `export const rows = async (): Promise<readonly { id: string }[]> => []; export const index = async <T extends { id: string }>(rows: readonly T[]): Promise<Map<string, T>> => new Map();
    export const use = (index: ReadonlyMap<string, { id: string }>): number => index.size;`],
  ["a generic node with a constant type parameter", `export const names = (): readonly ["a", "b"] => ["a", "b"]; export const pick = <const T extends readonly string[]>(names: T): T[number] => names[0]!; export const use = (pick: "a" | "b"): string => pick;`],
  ["a generic node under a constraint by another", `export const row = (): { a: number } => ({ a: 1 }); export const key = (): "a" => "a"; export const value = <T, K extends keyof T>(row: T, key: K): T[K] => row[key]; export const use = (value: number): number => value;`],
  ["a type parameter that shadows a type", `interface T { wide: boolean } export const wide = (): T => ({ wide: true }); export const narrow = <T>(wide: T): T[] => [wide]; export const use = (narrow: T[]): number => narrow.length;`],
  ["a readonly tuple for a readonly array", `export const pair = () => [1, 2] as const; export const use = (pair: readonly number[]): number => pair.length;`],
  ["labels of a tuple", `export const pair = (): [x: number, y: number] => [1, 2]; export const use = (pair: [a: number, b: number]): number => pair[0];`],
  ["an alias for a record", `type Row = { a: number }; export const row = (): Row => ({ a: 1 }); export const use = (row: Record<string, unknown>): number => 1;`],
  ["more properties than are asked for", `export const row = () => ({ a: 1, b: 2, c: { d: 3 } }); export const use = (row: { a: number; c: {} }): number => row.a;`],
  ["a result that is typed by context", `type Fn = (rows: number[]) => { total: number }; export const sum: Fn = (rows) => ({ total: rows.length }); export const use = (sum: { total: number }): number => sum.total;`],
  ["a generator for an iterable", `export function* rows(): Generator<number, void, undefined> { yield 1; } export const use = (rows: Iterable<number>): number => [...rows].length;`],
  ["a thenable that is typed as a promise", `export const later = (): PromiseLike<number> => Promise.resolve(1); export const use = (later: number): number => later;`],
  ["a promise or not", `export const maybe = (cached: boolean): number | Promise<number> => (cached ? 1 : Promise.resolve(1)); export const use = (maybe: number): number => maybe;`],
  ["a promise that is asked for, or its value", `export const later = async (): Promise<number> => 1; export const use = async (later: number | Promise<number>): Promise<number> => later;`],
  ["a conditional return type", `export const parsed = <T extends string>(raw: T): T extends "" ? undefined : T => raw as never; export const use = (parsed: string | undefined): string => parsed ?? "";`],
];
