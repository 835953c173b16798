/** Modules of every form of declaration that TypeScript has, whether a dataflow can have it or not. */
import fc from "fast-check";

const NAMES = ["a", "b", "c", "d", "e", "signal", "_p", "$q", "constructor", "__proto__", "ключ", "async", "of"];
const name = fc.constantFrom(...NAMES);

const { type } = fc.letrec<{ type: string }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom("number", "string", "boolean", "bigint", "symbol", "null", "undefined", "void", "any", "unknown", "never", "object", "{}", "Missing", "Date", "AbortSignal", "T", "1", "'x'", "`k${string}`", "this", "unique symbol", "typeof a", "import('./m3.js').b", "Circular"),
    tie("type").map((each) => `Promise<${each}>`),
    tie("type").map((each) => `(${each})[]`),
    tie("type").map((each) => `{ p: ${each}; q?: ${each} }`),
    tie("type").map((each) => `{ [k: string]: ${each} }`),
    tie("type").map((each) => `[${each}, ...(${each})[]]`),
    fc.tuple(tie("type"), tie("type")).map(([a, b]) => `(${a}) | (${b})`),
    fc.tuple(tie("type"), tie("type")).map(([a, b]) => `(${a}) & (${b})`),
    fc.tuple(tie("type"), tie("type")).map(([a, b]) => `((x: ${a}) => ${b})`),
    fc.tuple(tie("type"), tie("type")).map(([a, b]) => `(${a} extends ${b} ? ${a} : infer U)`),
    fc.tuple(tie("type"), tie("type")).map(([a, b]) => `{ [K in keyof (${a})]: ${b} }`),
  ),
}));

const parameter = fc.oneof(
  fc.tuple(name, type).map(([n, t]) => `${n}: ${t}`),
  fc.tuple(name, type).map(([n, t]) => `${n}?: ${t}`),
  fc.tuple(name, type).map(([n, t]) => `${n}: ${t} = null!`),
  name,
  name.map((n) => `${n} = 1`),
  fc.tuple(name, type).map(([n, t]) => `...${n}: ${t}`),
  type.map((t) => `this: ${t}`),
  fc.tuple(name, name, type).map(([n, m, t]) => `{ ${n}, ${m}: renamed = 1 }: ${t}`),
  fc.tuple(name, type).map(([n, t]) => `{ ${n}: { inner }, ...rest }: ${t}`),
  fc.tuple(name, type).map(([n, t]) => `[${n}]: ${t}`),
  fc.tuple(name, type).map(([n, t]) => `{ ${n} }: { ${n}: ${t} }`),
);
const parameters = fc.array(parameter, { maxLength: 4 }).map((each) => each.join(", "));
const generics = fc.constantFrom("", "", "", "<T>", "<T extends number>", "<T = string>", "<const T>", "<T extends T>");
const returned = fc.oneof(fc.constant(""), type.map((t) => `: ${t}`));

const declaration = fc.oneof(
  fc.tuple(name, generics, parameters, returned).map(([n, g, p, r]) => `export function ${n}${g}(${p})${r} { return null!; }`),
  fc.tuple(name, generics, parameters, returned).map(([n, g, p, r]) => `export const ${n} = ${g}(${p})${r} => null!;`),
  fc.tuple(name, parameters, returned).map(([n, p, r]) => `export async function ${n}(${p})${r} { return null!; }`),
  fc.tuple(name, parameters).map(([n, p]) => `export function* ${n}(${p}) { yield 1; }`),
  fc.tuple(name, parameters, returned).map(([n, p, r]) => `export function ${n}(${p})${r};`),
  fc.tuple(name, parameters, type).map(([n, p, t]) => `export declare function ${n}(${p}): ${t};`),
  fc.tuple(name, parameters, type).map(([n, p, t]) => `export const ${n}: (${p}) => ${t} = () => null!;`),
  fc.tuple(name, type).map(([n, t]) => `export const ${n} = input<${t}>({ doc: "x" });`),
  fc.tuple(name, parameters, name).map(([n, p, m]) => `export const ${n} = node({ parameterize: { ${m}: { a: 1 } }, extract: ["p"], tag: { x: ${n} } }, (${p}) => ({ p: 1 }));`),
  fc
    .tuple(name, generics, parameters, name, name)
    .map(([n, g, p, m, k]) => `export const ${n} = node({ pipe: { ${m}: Math.log, ${k}: step(${m}, { a: 1, ${k}: source("${n}") }, { when: { a: true } }), x: (${p}) => 1 }, check: { ${m}: ${k}, b: { test: ${m}, importance: "fail" } } }, ${g}(${p}) => 1);`),
  fc
    .tuple(name, parameters, name, name)
    .map(([n, p, m, k]) => `import * as inner${n} from "./m${n.length % 7}.js"; export const ${n} = subdag([inner${n}, { ${m}, a: ${k}, b: (${p}) => 1 }, ${k}], { inputs: { a: source("b"), ${m}: 2 }, config: { c: true, d: ${k} } }, (${p}) => 1);`),
  fc.tuple(name, type).map(([n, t]) => `export const ${n}: ${t} = null!;`),
  fc.tuple(name, type).map(([n, t]) => `export type ${n} = ${t};`),
  fc.tuple(name, type).map(([n, t]) => `type Circular = ${t} | Circular[]; export let ${n}: Circular;`),
  name.map((n) => `export class ${n} { constructor(private a: number) {} ${n}() {} }`),
  name.map((n) => `export enum ${n} { A = "a" }`),
  name.map((n) => `export namespace ${n} { export const x = 1; }`),
  name.map((n) => `export default function ${n}() {}`),
  name.map((n) => `export { ${n} } from "./m1.js";`),
  fc.tuple(name, name).map(([n, m]) => `import { ${n} } from "./m2.flow.js"; export { ${n} as ${m} };`),
  fc.constantFrom('export * from "./m1.js";', 'export * from "./m4.flow.js";', 'export * as ns from "./m2.js";', 'export type * from "./m3.js";', 'import { b } from "./nowhere.js"; export { b };', 'import * as self from "./m5.js"; export const s = new Builder().withModules(self, self).build();', "export = 1;", "export {};", "let x = ;", "function (", "export const = 1"),
  fc.tuple(name, name, type).map(([n, m, t]) => `import * as ${n} from "./m6.flow.js"; new Builder().withModules(${n}).withConfig({ ${m}: 1 as ${t} }).build().execute(["${m}"], { inputs: { ${n}: 1, ...null! }, overrides: { ${m}: null! } });`),
);

const heads = fc.constantFrom("", 'import { Builder, input, node } from "icosian";', 'import { Builder, input, node, source, step, subdag } from "icosian";', 'import { Builder, input, node, source } from "icosian"; import type { Collect, Parallelizable } from "icosian";');

export const oddModule = fc.tuple(heads, fc.array(declaration, { maxLength: 7 })).map(([head, list]) => [head, ...list].join("\n"));
