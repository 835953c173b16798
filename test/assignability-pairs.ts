/** Pairs of types, `[from, to]`, by subject; what fits is for TypeScript to say. The declarations stand before them. */
export const DECLARATIONS = `
interface Animal { name: string }
interface Dog extends Animal { bark(): void }
interface Optional { a?: number }
interface Weak { x?: number; y?: string }
class Open { a = 1; b(): number { return 1; } }
class Same { a = 1; b(): number { return 1; } }
class Private { private secret = 1; a = 1; }
class OtherPrivate { private secret = 1; a = 1; }
class Derived extends Private { c = 1; }
class Protected { protected guarded = 1; }
abstract class Abstract { abstract run(): number; }
class Concrete extends Abstract { run(): number { return 1; } }
class Box<T> { constructor(readonly value: T) {} }
class Cell<T> { constructor(public value: T) {} set(value: T): void { this.value = value; } }
declare const brand: unique symbol;
type Id = string & { readonly [brand]: "Id" };
type UserId = string & { readonly [brand]: "UserId" };
type Tagged = string & { __tag?: "x" };
enum Colour { Red, Green }
enum Shade { Red, Green }
enum Word { Yes = "yes", No = "no" }
const enum Small { One = 1 }
interface Tree { value: number; children: Tree[] }
interface WideTree { value: number | string; children: WideTree[] }
type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type List<T> = { head: T; tail: List<T> | null };
type Shape = { kind: "circle"; r: number } | { kind: "square"; side: number };
type Getters<T> = { [K in keyof T as \`get\${Capitalize<string & K>}\`]: () => T[K] };
type Fluent = { add(n: number): Fluent };
type Handler = { bivarianceHack(event: Dog): void }["bivarianceHack"];
declare const never: never;
declare const symbolKey: unique symbol;
`;

export const PAIRS: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  primitives: [
    ["number", "number"], ["string", "number"], ["boolean", "string"], ["bigint", "number"], ["symbol", "string"],
    ["number", "Number"], ["Number", "number"], ["string", "String"], ["string", "object"], ["number", "{}"], ["null", "{}"], ["typeof symbolKey", "symbol"],
  ],
  "nothing and everything": [
    ["any", "string"], ["any", "never"], ["any", "unknown"], ["string", "any"], ["unknown", "string"], ["unknown", "any"], ["unknown", "{}"], ["unknown", "{} | null | undefined"],
    ["never", "string"], ["never", "never"], ["string", "never"], ["void", "undefined"], ["undefined", "void"], ["void", "unknown"], ["null", "undefined"],
    ["null", "void"], ["void", "string"], ["null", "string"], ["undefined", "string"], ["string", "void"], ["any", "void"],
  ],
  literals: [
    ["\"a\"", "string"], ["string", "\"a\""], ["\"a\"", "\"b\""], ["1", "number"], ["1", "2"], ["true", "boolean"], ["boolean", "true"], ["1n", "bigint"], ["1", "\"1\""], ["-1", "1"],
  ],
  unions: [
    ["string", "string | number"], ["string | number", "string"], ["\"a\" | \"b\"", "string"], ["\"a\" | \"b\"", "\"a\" | \"b\" | \"c\""], ["\"a\" | \"d\"", "\"a\" | \"b\""],
    ["boolean", "true | false"], ["number | null", "number"], ["number | undefined", "number"], ["string | number | boolean", "string | boolean"], ["{ a: 1 } | { b: 2 }", "{ a?: 1; b?: 2 }"],
    ["{ kind: \"circle\" | \"square\"; r: number; side: number }", "Shape"], ["Shape", "{ kind: string }"], ["{ kind: \"circle\" }", "Shape"], ["(string | bigint)[]", "string[] | bigint[]"], ["string[] | bigint[]", "(string | bigint)[]"],
  ],
  optionals: [
    ["number", "number | undefined"], ["{ a: number }", "{ a?: number }"], ["{ a?: number }", "{ a: number }"], ["{ a: undefined }", "{ a?: number }"], ["{ a: number | undefined }", "{ a: number }"],
    ["{}", "Optional"], ["{ b: 1 }", "Optional"], ["{ z: number }", "Weak"], ["{ x: string }", "Weak"], ["{ a: null }", "{ a?: number }"], ["{ a?: string }", "{ a?: number }"],
  ],
  objects: [
    ["Dog", "Animal"], ["Animal", "Dog"], ["{ a: number; b: string }", "{ a: number }"], ["{ a: string }", "{ a: number }"], ["{ a: { b: { c: string } } }", "{ a: { b: { c: number } } }"],
    ["{}", "object"], ["object", "{}"], ["object", "{ a: number }"], ["{ a: 1 } & { b: 2 }", "{ a: number; b: number }"], ["{ a: 1 }", "{ a: 1 } & { b: 2 }"], ["Date", "{ getTime(): number }"], ["Animal", "Record<string, unknown>"], ["{ name: string }", "Record<string, unknown>"],
  ],
  readonly: [
    ["{ readonly a: number }", "{ a: number }"], ["{ a: number }", "{ readonly a: number }"], ["readonly number[]", "number[]"], ["number[]", "readonly number[]"], ["readonly [1, 2]", "[1, 2]"], ["Readonly<Cell<number>>", "Cell<number>"], ["ReadonlyMap<string, number>", "Map<string, number>"], ["Set<number>", "ReadonlySet<number>"],
  ],
  "arrays and tuples": [
    ["number[]", "string[]"], ["[number, string]", "(number | string)[]"], ["[number, string]", "[number]"], ["[number]", "[number, string]"], ["[number]", "[number, string?]"], ["[number, string?]", "[number, string]"], ["[number, ...string[]]", "[number, ...unknown[]]"], ["[string, number]", "[number, string]"],
    ["number[]", "[number]"], ["[]", "number[]"], ["number[]", "[...number[]]"], ["[a: number, b: string]", "[number, string]"], ["number[]", "{ length: number }"], ["Uint8Array", "number[]"], ["number[]", "ArrayLike<number>"], ["[1, 2, 3]", "{ 0: 1; 2: 3 }"],
  ],
  functions: [
    ["() => number", "() => number"], ["() => number", "() => string"], ["(x: number) => void", "() => void"], ["() => void", "(x: number) => void"], ["(x: Animal) => void", "(x: Dog) => void"], ["(x: Dog) => void", "(x: Animal) => void"], ["{ m(x: Dog): void }", "{ m(x: Animal): void }"],
    ["() => number", "() => void"], ["() => void", "() => number"], ["<T>(x: T) => T", "(x: number) => number"], ["(x: number) => number", "<T>(x: T) => T"], ["(x?: number) => void", "(x: number) => void"], ["(x: number) => void", "(x?: number) => void"], ["(...rest: number[]) => void", "(a: number, b: number) => void"],
    ["(x: unknown) => x is string", "(x: unknown) => boolean"], ["(x: unknown) => boolean", "(x: unknown) => x is string"], ["new () => Date", "new () => object"], ["abstract new () => object", "new () => object"], ["() => number", "Function"], ["Function", "() => number"], ["Handler", "(event: Animal) => void"], ["(this: Date) => void", "(this: string) => void"], ["{ (x: number): number; (x: string): string }", "(x: string) => string"],
  ],
  classes: [
    ["Open", "Same"], ["Private", "OtherPrivate"], ["Derived", "Private"], ["Private", "Derived"], ["{ a: number }", "Private"], ["Protected", "{}"], ["{}", "Protected"], ["Concrete", "Abstract"], ["Abstract", "Concrete"], ["typeof Abstract", "new () => Abstract"], ["typeof Concrete", "new () => Abstract"], ["{ a: number; b(): number }", "Open"],
  ],
  generics: [
    ["Box<number>", "Box<string>"], ["Box<1>", "Box<number>"], ["Box<number>", "Box<1>"], ["Cell<1>", "Cell<number>"], ["Cell<number>", "Cell<number | string>"], ["Map<string, number>", "Map<string, string>"], ["Map<string, 1>", "Map<string, number>"], ["Set<Dog>", "Set<Animal>"], ["Partial<Animal>", "Animal"], ["Required<Weak>", "Weak"], ["Pick<Dog, \"name\">", "Animal"], ["Omit<Dog, \"name\">", "Dog"],
    ["Getters<{ a: number }>", "{ getA(): number }"], ["Getters<{ a: number }>", "{ getA(): string }"], ["Exclude<\"a\" | \"b\", \"a\">", "\"b\""], ["ReturnType<() => string>", "number"], ["Iterable<number>", "Iterable<string>"], ["Generator<number>", "Iterable<number>"],
  ],
  brands: [
    ["Id", "string"], ["string", "Id"], ["Id", "UserId"], ["Id", "Id | UserId"], ["Id", "{ readonly [brand]: string }"], ["string", "Tagged"], ["\"a\" & { readonly [brand]: \"Id\" }", "Id"],
  ],
  "index signatures": [
    ["{ a: number; b: number }", "{ [key: string]: number }"], ["{ a: number; b: string }", "{ [key: string]: number }"], ["Animal", "{ [key: string]: string }"], ["{ [key: string]: number }", "{ a: number }"], ["{ [key: string]: number }", "{ a?: number }"], ["{ [key: string]: number }", "{ [key: number]: number }"], ["{ [key: number]: number }", "{ [key: string]: number }"], ["string[]", "{ [key: number]: string }"], ["{ [key: `a${string}`]: number }", "{ [key: string]: number }"], ["Record<\"a\" | \"b\", number>", "Record<string, number>"], ["Record<string, number>", "Record<\"a\", number>"],
  ],
  enums: [
    ["Colour", "number"], ["number", "Colour"], ["Colour", "Shade"], ["Colour.Red", "Colour"], ["Colour", "Colour.Red"], ["0", "Colour"], ["5", "Colour"], ["Word", "string"], ["\"yes\"", "Word"], ["Word.Yes", "\"yes\""], ["Small", "number"], ["typeof Colour", "{ Red: Colour }"],
  ],
  "template literals": [
    ["`a${string}`", "string"], ["string", "`a${string}`"], ["\"abc\"", "`a${string}`"], ["\"bc\"", "`a${string}`"], ["`a${number}`", "`a${string}`"], ["`a${string}`", "`a${number}`"], ["\"a1\"", "`a${number}`"], ["`${\"a\" | \"b\"}-${1 | 2}`", "\"a-1\" | \"a-2\" | \"b-1\" | \"b-2\""], ["Uppercase<string>", "string"], ["\"ABC\"", "Uppercase<string>"], ["\"abc\"", "Uppercase<string>"],
  ],
  recursive: [
    ["Tree", "WideTree"], ["WideTree", "Tree"], ["Tree", "Json"], ["{ value: number; children: Tree[] }", "Json"], ["Json", "Tree"], ["{ a: [1, \"b\", { c: null }] }", "Json"], ["{ a: undefined }", "Json"], ["{ a: () => void }", "Json"], ["List<1>", "List<number>"], ["List<number>", "List<string>"], ["List<List<number>>", "List<List<string>>"], ["Fluent", "{ add(n: number): { add(n: number): Fluent } }"],
  ],
};
