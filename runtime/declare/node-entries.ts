import type { AnyFunction } from "./node-options.js";
import type { Step } from "./step.js";
import type { ValidationResult } from "./validation-result.js";

/**
 * What the compiler reads of the type of a declaration, and the types behind `execute`: which nodes it
 * results in. In a name, `*` stands for the export's own name, and `~` for that less its `__suffix`.
 * Objects whose members are looked at when they are asked for: a thousand of them must cost next to nothing.
 */
export interface Entry {
  readonly name: string;
  readonly type: unknown;
}

/** What `node` was given, as far as types need it. */
export interface NodeShape {
  /** `*` or `~`. */
  readonly own: string;
  readonly parameterize: string;
  readonly pipe: object;
  readonly check: string;
  readonly extract: unknown;
  readonly fillWith: unknown;
}

export type NodeEntries<Fn extends AnyFunction, Shape extends NodeShape> =
  | { name: Base<Shape>; type: Checked<Fn, Shape["pipe"]> }
  | StepEntries<Fn, Base<Shape>, Shape["pipe"]>
  | CheckEntries<Fn, Shape>
  | PartEntries<Checked<Fn, Shape["pipe"]>, Shape["parameterize"], Shape["extract"], Shape["fillWith"]>;

/** The names of the nodes that the function results in. */
type Base<Shape extends NodeShape> = [Shape["parameterize"]] extends [never] ? Shape["own"] : Shape["parameterize"];

/** What the function returns, once awaited. */
export type Returned<Fn> = Fn extends (...args: never) => infer Value ? Awaited<Value> : never;

/** The value after the pipe. Which step is its last, or is left out, types cannot tell: all that it may be. */
export type Checked<Fn, Steps> = [keyof Steps] extends [never] ? Returned<Fn> : { [Name in keyof Steps]: ReturnedBy<Steps[Name]> }[keyof Steps];

type ReturnedBy<Each> = Each extends Step<infer Fn> ? Returned<Fn> : Returned<Each>;

type StepEntries<Fn extends AnyFunction, Name extends string, Steps> = [keyof Steps] extends [never]
  ? never
  : { name: `${Name}.raw`; type: Returned<Fn> } | { [Key in keyof Steps & string]: { name: `${Name}.${Key}`; type: ReturnedBy<Steps[Key]> } }[keyof Steps & string];

type CheckEntries<Fn extends AnyFunction, Shape extends NodeShape> = [Shape["check"]] extends [never]
  ? never
  : { name: `${Base<Shape>}_raw`; type: Checked<Fn, Shape["pipe"]> } | { name: `${Base<Shape>}_${Shape["check"]}`; type: ValidationResult };

type PartEntries<Value, Name extends string, Extract, Fill> = Extract extends readonly []
  ? never
  : Extract extends readonly string[]
    ? {
        [Position in keyof Extract & `${number}`]: {
          name: PartName<Name, Extract[Position] & string>;
          type: Part<Value, Extract[Position], Position, Fill>;
        };
      }[keyof Extract & `${number}`]
    : { [Key in keyof Extract & string]: { name: PartName<Name, Key>; type: Part<Value, Extract[Key], `${Extract[Key] & number}`, Fill> } }[keyof Extract & string];

type PartName<Name extends string, Key extends string> = [Name] extends [never] ? Key : `${Name}_${Key}`;

/** An element of a tuple by its position, a column of a list of records, or a field. */
type Part<Value, Key, Position, Fill> = Value extends readonly unknown[]
  ? IsList<Value> extends true
    ? Filled<Field<Value[number], Key>, Fill>[]
    : Filled<Field<Value, Position>, Fill>
  : Filled<Field<Value, Key>, Fill>;

/** Whether it may have any length; a tuple that ends in `...` has elements by position all the same. */
type IsList<Value extends readonly unknown[]> = number extends Value["length"] ? (Value extends readonly [unknown, ...unknown[]] ? false : true) : false;

type Field<Value, Key> = Value extends unknown ? (Key extends keyof Value ? Value[Key] : undefined) : never;

/** What is missing is an error, or filled. */
type Filled<Type, Fill> = Exclude<Type, undefined> | Fill;
