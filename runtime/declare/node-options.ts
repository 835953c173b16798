import type { RetryPolicy } from "../govern/options.js";
import type { ConfigLiteral } from "../manifest.js";
import type { Conditions } from "./conditions.js";
import type { ItemOf } from "./parallelizable.js";
import type { Piped } from "./piped.js";
import type { StandardSchema } from "./standard-schema.js";
import type { Step } from "./step.js";
import type { TagsGiven } from "./tags.js";

export type AnyFunction = (...args: never) => unknown;

/** What parameters are bound to, by their names: a `source`, a `group` of sources and values, or any value. */
export type Bindings = Readonly<Record<string, unknown>>;

/** What judges a value: a predicate or a Standard Schema, such as those of zod, valibot and arktype; alone, or with what a failure means. */
export type Check<Value> =
  | Predicate<Value>
  | StandardSchema<unknown>
  | { readonly test: Predicate<Value>; readonly importance?: Importance }
  | { readonly schema: StandardSchema<unknown>; readonly importance?: Importance };

/**
 * Written as a method, which may take less than the value: of a generic function, and behind a pipe, types may show less
 * of it than the compiler plugin knows, which proves that the predicate takes it.
 */
export type Predicate<Value> = { test(value: Value): boolean | PromiseLike<boolean> }["test"];

/** Whether a failed check is merely reported, or the node fails. */
export type Importance = "warn" | "fail";

export type Steps = Readonly<Record<string, AnyFunction | Step>>;

/** The options that ask nothing of the function. They stand apart since the compiler writes out anew, for each call of `node`, those that do. */
export interface CommonOptions {
  /** It stands where no other variant of its name does. */
  readonly otherwise?: true;
  /** By name, for each node that it results in. */
  readonly tag?: TagsGiven;
  /** One node for each entry, under its name: what it binds, the others ask for by their own names. */
  readonly parameterize?: Readonly<Record<string, Bindings>>;
  /** Said instead of the doc comment; under `parameterize`, `{x}` stands for what the parameter `x` is bound to, or asks for; `{{x}}` for the braces. */
  readonly doc?: string;
  /** What is done with the value, step by step: each is a node, as `score.log`. */
  readonly pipe?: Steps;
  /** What stands for a part that is missing, which is an error otherwise. */
  readonly fillWith?: unknown;
  /** How often the engine tries again when the function fails, or how in detail. */
  readonly retry?: RetryPolicy | number;
  /** Milliseconds, for each attempt. */
  readonly timeout?: number;
  /** The pool whose limit counts for it. */
  readonly concurrency?: string;
}

/**
 * What `node` takes: an object literal, since the compiler reads what is in it. Names and shapes stand
 * there as literals; values may be any expression. The order of effects is fixed: which variant
 * stands, `parameterize`, the function, `pipe`, `check`, `extract`.
 *
 * @typeParam Fn - the function
 * @typeParam Name - what keeps the names in `extract` literal
 * @typeParam Literal - what keeps the values in conditions literal
 * @typeParam Pipe - the steps
 */
export interface NodeOptions<Fn = AnyFunction, Name extends string = string, Literal extends ConfigLiteral = ConfigLiteral, Pipe extends Steps = Steps> extends CommonOptions, Conditions<Literal> {
  /** What judges the value, by name: each is a node, as `score_positive`; `score_raw` is the value before. */
  readonly check?: Readonly<Record<string, Check<ItemOf<Piped<Fn, Pipe>>>>>;
  /** Parts of the value that are nodes of their own: fields, elements of a tuple in order, columns; or new names for them. */
  readonly extract?: readonly Name[] | readonly [] | Readonly<Record<string, Name | number>>;
}

export const NODE_OPTIONS = [
  "when", "whenNot", "whenIn", "whenNotIn", "otherwise", "tag", "parameterize", "doc", "pipe", "check", "extract", "fillWith", "retry", "timeout", "concurrency",
] as const satisfies readonly (keyof NodeOptions)[];
