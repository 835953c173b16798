/**
 * The static types behind `execute`: from a module's own type to the names that may be asked for and
 * the types of their values. All of them are flat and lazy: a module of a thousand nodes must cost
 * the compiler next to nothing.
 */

/** Node names and value types of a module: `{ A: number }` of `{ A(): Promise<number> }`. */
export type NodesOf<Module> = IsOpen<Module> extends true
  ? Record<string, any>
  : {
      [Name in keyof Module as Module[Name] extends (...args: never) => unknown ? NodeName<Name> : never]: Module[Name] extends (
        ...args: never
      ) => infer Value
        ? Awaited<Value>
        : never;
    };

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

/** Values that stand in for nodes, or for inputs. */
export type Overrides<Nodes> = { readonly [Name in keyof Nodes]?: Nodes[Name] } & { readonly [name: string]: unknown };

/** What `execute` takes besides the final vars. */
export interface ExecuteOptions<Nodes = Record<string, any>, Inputs extends object = object> {
  /** The values of what no node provides. */
  readonly inputs?: Inputs;
  /** Values that stand in for nodes, whose upstream is then not computed. */
  readonly overrides?: Overrides<Nodes>;
  /** Ends the run: nothing starts after it is aborted. */
  readonly signal?: AbortSignal;
  /** How many promises may be under way at a time: an integer from 1. No limit unless given. */
  readonly concurrency?: number;
  /** Whether inputs are held against the types that their nodes ask for before anything runs. On unless `false`. */
  readonly validateInputs?: boolean;
}

/** What a request is about, where nothing is run. */
export type RequestOptions<Nodes = Record<string, any>, Inputs extends object = object> = Pick<
  ExecuteOptions<Nodes, Inputs>,
  "inputs" | "overrides"
>;

type NodeName<Name> = Name extends "default" | `_${string}` | `$${string}` | symbol | number ? never : Name;

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
