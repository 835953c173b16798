import type { Input } from "./declare/input.js";
import type { Declared, Entry, Maker, NameFor, NamesOf, UnnamedOf } from "./declare/names.js";
import type { NodeCheck } from "./declare/report-checks.js";
import type { Standing, Variant } from "./declare/selection.js";
import type { OnError, RunPolicies } from "./govern/options.js";
import type { ExecutionReport } from "./govern/report.js";
import type { HasSubdags, IsPlain, NodeName } from "./plain-module.js";

/**
 * The static types behind `execute`: from a module's own type to the names that may be asked for and
 * the types of their values. All of them are flat and lazy: a module of a thousand nodes must cost
 * the compiler next to nothing.
 */

/**
 * Names of nodes and declared inputs, with the types of their values, of a module: `{ A: number }` of `{ A(): Promise<number> }`.
 * Of variants, those that may stand under the config: any of them, if that is not said.
 */
export type NodesOf<Module, Config = any> = HasSubdags<Module, keyof Module> extends true ? NamedNodes<Module, Config> & UnnamedNodes<Module> : NamedNodes<Module, Config>;

/** Those whose names are known. */
export type NamedNodes<Module, Config = any> = Known<Module, keyof Module, Config>;

/** Those of functions that a subdag was given without their names: `baz.${string}`. Apart, since a union with this is no longer one with `baz.foo`. */
export type UnnamedNodes<Module> = HasSubdags<Module, keyof Module> extends true ? UnnamedOfSubdags<Module, Declared<Module, NodeName<keyof Module>>> : {};

type UnnamedOfSubdags<Module, Key extends keyof Module> = ByName<Module, { [Each in Key as UnnamedOf<Module[Each], Each & string>]: Each }>;

/** The keys are asked for once: they are a union of a thousand. */
type Known<Module, Key extends keyof Module, Config> = IsOpen<Module, Key> extends true
  ? Record<string, any>
  : IsPlain<Module, Key> extends true
    ? Members<Module, NodeName<Key>>
    : Expanded<Module, NodeName<Key>, Config>;

/** What may be a module: any object but a list of modules, and a promise of one. */
export type ModuleLike = object & { readonly [Symbol.iterator]?: never; readonly then?: never };

/**
 * The nodes of a module of plain functions. A member is looked at when its name is asked for: to filter a thousand of them first
 * costs the compiler too much. Exported by the package, or else a declaration file of an exported driver would write the nodes
 * out, and give them their functions' types.
 */
export type Members<Module, Name extends keyof Module> = { [Key in Name]: ValueOf<Module[Key]> };

/** The nodes of a module where `node` or `subdag` makes some of them: first those of plain functions. */
type Expanded<Module, Name extends keyof Module, Config, Key extends Name = Declared<Module, Name>> = Merge<
  Members<Module, Exclude<Name, Key>>,
  ByName<Module, { [Each in Key as NamesOf<Module[Each], Each & string, Config, Name>]: Maker<Module, Each, Config> }>
>;

/** What type a node has is looked at when it is asked for. */
type ByName<Module, By> = { [Name in keyof By]: By[Name] extends Variant ? TypeIn<Module, Standing<By[Name]>, Name> : TypeIn<Module, By[Name], Name> };

type TypeIn<Module, Key, Name> = Key extends keyof Module ? (Module[Key] extends { readonly "~icosian"?: infer Each } ? TypeOfEntry<Each, Key & string, Name> : never) : never;

type TypeOfEntry<Each, Key extends string, Name> = Each extends Entry ? (Name extends NameFor<Each["name"], Key> ? TypeIfNamed<Each, NameFor<Each["name"], Key>, Name> : never) : never;

/** What may have any name is not what has this one. */
type TypeIfNamed<Each extends Entry, Known, Name> = [Extract<Known, Name>] extends [never] ? never : Each["type"];

type ValueOf<Member> = Member extends Input<infer Value>
  ? Value
  : Member extends (...args: never) => infer Value ? Awaited<Value> : NotANode;

/** The type that stands for an export which is no function. */
declare const notANode: unique symbol;
export interface NotANode {
  readonly [notANode]: never;
}

/** `Nodes` and those of each module under the config; a later one wins. */
export type WithModules<Nodes, Modules extends readonly object[], Config = any> = number extends Modules["length"]
  ? Modules extends readonly [...infer Rest extends readonly object[], infer Module]
    ? Merge<WithModules<Nodes, Rest, Config>, NodesOf<Module, Config>>
    : Record<string, any>
  : Modules extends readonly [infer Module, ...infer Rest extends readonly object[]]
    ? WithModules<Merge<Nodes, NodesOf<Module, Config>>, Rest, Config>
    : Nodes;

/** Both; what the later one has wins. */
export type Merge<Earlier, Later> = [keyof Earlier] extends [never]
  ? Later
  : [keyof Earlier & keyof Later] extends [never]
    ? Earlier & Later
    : { [Name in keyof Earlier as Exclude<Name, keyof Later>]: Earlier[Name] } & Later;

/** Any name: those of nodes and of declared inputs are what an editor offers. */
export type AnyName<Nodes> = (keyof Nodes & string) | (string & {});

/** The results of a request: each name with the type of its node, or of the value that this call gives it. */
export type Results<Nodes, Given, Name> = [Name] extends [keyof Nodes]
  ? Pick<Nodes, Name>
  : { [Key in Name & string]: Key extends keyof Nodes ? Nodes[Key] : Key extends keyof Given ? Given[Key] : unknown };

/** Values by name, of any names: those of nodes, and of declared inputs, have their types. */
export type Values<Nodes> = object & Partial<Nodes>;

/** What a run comes to: the results, what a result builder makes of them, or a report of all that went well and wrong. */
export type Executed<Results, Built, Policy> = Policy extends "continue" ? ExecutionReport<Results> : [Built] extends [never] ? Results : Built;

/** What the adapters' result builder returns, if one of them is known to have one. */
export type BuiltBy<Adapters extends readonly unknown[], Before> = Adapters extends readonly [infer Adapter, ...infer Rest]
  ? BuiltBy<Rest, Adapter extends { buildResult(results: any): infer Built } ? Built : Before>
  : Before;

/** What `execute` takes besides the final vars. */
export interface ExecuteOptions<
  Nodes = any,
  Inputs extends Values<Nodes> = object,
  Overrides extends Values<Nodes> = object,
  Policy extends OnError = OnError,
> extends RunPolicies<Policy, Nodes> {
  /** The values of what no node provides. */
  readonly inputs?: Inputs;
  /** Values that stand in for nodes, whose upstream is then not computed, or for inputs. */
  readonly overrides?: Overrides;
  /** Ends the run: nothing starts after it is aborted. */
  readonly signal?: AbortSignal;
  /** Whether inputs are held against the types that their nodes ask for before anything runs. On unless `false`. */
  readonly validateInputs?: boolean;
  /** Told what each validator says as it runs: `check` of `node`. */
  readonly onCheck?: (check: NodeCheck) => void;
}

/** What a request is about, where nothing is run. */
export type RequestOptions = Pick<ExecuteOptions, "inputs" | "overrides">;

/** Whether a type says nothing about its members: `any`, `object`, or an index signature, which has every key. */
type IsOpen<Module, Key> = "" extends Key ? true : [object] extends [Module] ? (string extends Module ? false : true) : false;
