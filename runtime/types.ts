import type { Input } from "./declare/input.js";
import type { Entry } from "./declare/node-entries.js";
import type { OnError, RunPolicies } from "./govern/options.js";
import type { ExecutionReport } from "./govern/report.js";

/**
 * The static types behind `execute`: from a module's own type to the names that may be asked for and
 * the types of their values. All of them are flat and lazy: a module of a thousand nodes must cost
 * the compiler next to nothing.
 */

/** Names of nodes and declared inputs, with the types of their values, of a module: `{ A: number }` of `{ A(): Promise<number> }`. */
export type NodesOf<Module> = IsOpen<Module> extends true ? Record<string, any> : Members<Module, NodeName<keyof Module>> & Expanded<EntriesOf<Module, NodeName<keyof Module>>>;

/** Exports that are nodes, each by its own name. What a function returns is looked at when it is asked for. */
type Members<Module, Name extends keyof Module> = { [Key in Name as Module[Key] extends AnyDeclaration ? never : Key]: ValueOf<Module[Key]> };

/** What `node` and `subdag` result in. */
type Expanded<Each extends Entry> = { [One in Each as One["name"]]: One["type"] };

/** A type with this property is a declaration: none of it is there at run time. */
interface AnyDeclaration {
  readonly kind: "icosian.node" | "icosian.subdag";
  readonly "~icosian"?: Entry;
}

type EntriesOf<Module, Name extends keyof Module> = { [Key in Name]: Module[Key] extends AnyDeclaration ? Named<NonNullable<Module[Key]["~icosian"]>, Key & string> : never }[Name];

type Named<Each, Key extends string> = Each extends Entry ? { name: NameFor<Each["name"], Key>; type: Each["type"] } : never;

type NameFor<Name extends string, Key extends string> = Name extends `*${infer Rest}` ? `${Key}${Rest}` : Name extends `~${infer Rest}` ? `${WithoutSuffix<Key>}${Rest}` : Name;

/** `tax` of `tax__us`, `a__b` of `a__b__c`. */
type WithoutSuffix<Key extends string, Done extends string = ""> = Key extends `${infer Start}__${infer End}`
  ? End extends `${string}__${string}` | `_${string}`
    ? WithoutSuffix<`_${End}`, `${Done}${Start}_`>
    : `${Done}${Start}`
  : `${Done}${Key}`;

type ValueOf<Member> = Member extends Input<infer Value>
  ? Value
  : Member extends (...args: never) => infer Value ? Awaited<Value> : NotANode;

/** The type that stands for an export which is no function. */
declare const notANode: unique symbol;
export interface NotANode {
  readonly [notANode]: never;
}

/** `Nodes` and those of each module; a later one wins. */
export type WithModules<Nodes, Modules extends readonly object[]> = number extends Modules["length"]
  ? Record<string, any>
  : Modules extends readonly [infer Module, ...infer Rest extends readonly object[]]
    ? WithModules<Merge<Nodes, NodesOf<Module>>, Rest>
    : Nodes;

/** Both; what the later one has wins. */
export type Merge<Earlier, Later> = [keyof Earlier] extends [never]
  ? Later
  : [keyof Earlier & keyof Later] extends [never]
    ? Earlier & Later
    : Omit<Earlier, keyof Later> & Later;

/** The results of a request: each name with the type of its node, or of the value that this call gives it. */
export type Results<Nodes, Given, Name> = [Name] extends [keyof Nodes]
  ? Pick<Nodes, Name>
  : { [Key in Name & string]: Key extends keyof Nodes ? Nodes[Key] : Key extends keyof Given ? Given[Key] : unknown };

/** Values by name: those of nodes, and of declared inputs, have their types, where anything is known of these. */
export type Values<Nodes, Given> = 0 extends 1 & Nodes ? Given : { [Name in keyof Given]: Name extends keyof Nodes ? Nodes[Name] : Given[Name] };

/** What a run comes to: the results, what a result builder makes of them, or a report of all that went well and wrong. */
export type Executed<Results, Built, Policy> = Policy extends "continue" ? ExecutionReport<Results> : [Built] extends [never] ? Results : Built;

/** What the adapters' result builder returns, if one of them is known to have one. */
export type BuiltBy<Adapters extends readonly unknown[], Before> = Adapters extends readonly [infer Adapter, ...infer Rest]
  ? BuiltBy<Rest, Adapter extends { buildResult(results: any): infer Built } ? Built : Before>
  : Before;

/** What `execute` takes besides the final vars. */
export interface ExecuteOptions<
  Nodes = Record<string, any>,
  Inputs extends object = object,
  Overrides extends object = object,
  Policy extends OnError = OnError,
> extends RunPolicies<Policy> {
  /** The values of what no node provides. */
  readonly inputs?: Values<Nodes, Inputs>;
  /** Values that stand in for nodes, whose upstream is then not computed, or for inputs. */
  readonly overrides?: Values<Nodes, Overrides>;
  /** Ends the run: nothing starts after it is aborted. */
  readonly signal?: AbortSignal;
  /** Whether inputs are held against the types that their nodes ask for before anything runs. On unless `false`. */
  readonly validateInputs?: boolean;
}

/** What a request is about, where nothing is run. */
export type RequestOptions = Pick<ExecuteOptions, "inputs" | "overrides">;

type NodeName<Name> = Exclude<Name, "default" | `_${string}` | `$${string}` | symbol | number>;

/** Whether a type says nothing about its members: `any`, `object`, or an index signature. */
type IsOpen<Module> = 0 extends 1 & Module
  ? true
  : string extends keyof Module
    ? true
    : [object] extends [Module]
      ? string extends Module
        ? false
        : true
      : false;
