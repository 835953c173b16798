import { ArgumentError } from "../errors.js";
import { tell } from "../tell.js";
import type { NamedNodes, UnnamedNodes } from "../types.js";
import { checkOptions } from "./check-options.js";
import { type Declaration, declare } from "./declared.js";
import type { InputEntries, InputName, Open } from "./inner-inputs.js";
import type { Returned } from "./node-entries.js";
import type { Entry } from "./names.js";
import type { AnyFunction, Bindings } from "./node-options.js";

/**
 * A function, and the dataflow that it stands on, whose nodes have the name of the export before their own.
 *
 * @typeParam Given - the names that its options give to the inner nodes
 */
export type Subdag<Fn extends AnyFunction, Modules extends readonly object[], Given = never> = Fn & SubdagDeclaration<Fn, Modules, Given>;

export interface SubdagDeclaration<Fn extends AnyFunction, Modules extends readonly object[], Given = never> {
  readonly kind: "icosian.subdag";
  /** For the compiler alone, as all that begins with `~`: no value stands there. */
  readonly "~icosian"?: { name: "*"; type: Returned<Fn> } | { [Position in keyof Modules]: InnerEntries<Modules[Position], Given, Modules[number]> }[number];
  readonly "~modules"?: Modules;
}

type InnerEntries<Module, Given, All> = InnerNodes<Module, InputEntries<Module>, All> | Open<InputEntries<Module>, Given>;

type InnerNodes<Module, Inputs, All> = Module extends AnyFunction
  ? { name: `*.${string}`; type: ResultWithoutName<Module, All> }
  : EntriesOf<NamedNodes<Module>, InputName<Inputs>> | EntriesOf<UnnamedNodes<Module>, InputName<Inputs>>;

/** What a function without a name results in. Beside modules that may be anything: what overrides one of their nodes would have to fit here, too. */
type ResultWithoutName<Fn, All> = [All] extends [AnyFunction] ? ResultIn<Fn> : any;

type ResultIn<Fn> = Fn extends { readonly "~icosian"?: infer Each } ? TypeOfNode<Each> : Returned<Fn>;

type TypeOfNode<Each> = Each extends { name: `?${string}` } ? never : Each extends Entry ? Each["type"] : never;

type EntriesOf<Nodes, Inputs> = { [Name in Exclude<keyof Nodes & string, Inputs>]: { name: `*.${Name}`; type: Nodes[Name] } }[Exclude<keyof Nodes & string, Inputs>];

/** What `subdag` takes: an object literal, since the compiler reads what is in it. */
export interface SubdagOptions<Inputs extends Bindings = Bindings, Config extends Bindings = Bindings> {
  /** What the inner nodes ask for by these names: a `source`, a `group` of sources and values, or any value. */
  readonly inputs?: Inputs;
  /** The config of the inner dataflow: it counts before the outer one. */
  readonly config?: Config;
}

const SUBDAG_OPTIONS = ["inputs", "config"] as const satisfies readonly (keyof SubdagOptions)[];

/**
 * Declares a dataflow inside of another: the nodes of the modules, or functions, each as `name.inner`,
 * and the function's own, whose parameters are inner nodes first, then outer ones. What the inner
 * nodes ask for, and neither they nor `inputs` nor `config` provide, is asked of the outer dataflow:
 * an input that a module declares is one there, with its default and its validator.
 *
 * ```ts
 * import { source, subdag } from "icosian";
 *
 * const foo = (a: number): number => a + 1;
 * const bar = (foo: number): number => foo * 2;
 * export const baz = subdag([{ foo, bar }], { inputs: { a: source("x") } }, (bar: number): number => bar - 1);
 * baz(4); // => 3
 * ```
 *
 * @throws ArgumentError if the modules are no list of modules and functions, an option is unknown, or there is no function
 */
export function subdag<Fn extends AnyFunction, Modules extends readonly object[] | readonly [], Inputs extends Bindings = {}, Config extends Bindings = {}>(
  modules: Modules,
  options: SubdagOptions<Inputs, Config>,
  fn: Fn,
): Subdag<Fn, Modules, keyof Inputs | keyof Config> {
  if (!Array.isArray(modules)) throw new ArgumentError("subdag", `'subdag' takes modules and functions as an array, not ${tell(modules)}.`);
  modules.forEach((module: unknown, position) => {
    if (typeof module === "function" || (typeof module === "object" && module !== null && !(module instanceof Promise))) return;
    throw new ArgumentError("subdag", `'subdag' takes modules and functions, and element ${position} is ${tell(module)}.${module === undefined ? " Its line may not have run yet: declare it above." : ""}`);
  });
  checkOptions("subdag", "its options", options, SUBDAG_OPTIONS);
  if (typeof fn !== "function") throw new ArgumentError("subdag", `'subdag' takes a function after its options, not ${tell(fn)}.`);
  return declare("icosian.subdag", { ...options, modules }, fn as unknown as Declaration["fn"]) as never;
}
