import type { RetryPolicy } from "../govern/options.js";
import type { Conditions } from "./conditions.js";
import type { StandardSchema } from "./standard-schema.js";
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

export type Predicate<Value> = (value: Value) => boolean | PromiseLike<boolean>;

/** Whether a failed check is merely reported, or the node fails. */
export type Importance = "warn" | "fail";

/** Names of the parts of a value; or new names, each with its field, its position in a tuple, or its column. */
export type Parts<Name extends string = string> = readonly Name[] | readonly [] | Readonly<Record<string, Name | number>>;

/**
 * What `node` takes: an object literal, since the compiler reads what is in it. Names and shapes stand
 * there as literals; values may be any expression. The order of effects is fixed: which variant
 * stands, `parameterize`, the function, `pipe`, `check`, `extract`.
 */
export interface NodeOptions<
  Value,
  Name extends string,
  Steps,
  CheckName extends string,
  Extract,
  Fill,
  When = Conditions["when"],
  WhenNot = Conditions["whenNot"],
  WhenIn = Conditions["whenIn"],
  WhenNotIn = Conditions["whenNotIn"],
  Otherwise = boolean,
> {
  /** A variant: it stands where the config has this value under each key; the name loses its `__suffix`. */
  readonly when?: When;
  /** It stands where the config has another value, or none. */
  readonly whenNot?: WhenNot;
  /** It stands where the config has one of these values. */
  readonly whenIn?: WhenIn;
  /** It stands where the config has none of these values. */
  readonly whenNotIn?: WhenNotIn;
  /** It stands where no other variant of its name does. */
  readonly otherwise?: Otherwise;
  /** By name, for each node that it results in. */
  readonly tag?: TagsGiven;
  /** One node for each entry, under its name: what it binds, the others ask for by their own names. */
  readonly parameterize?: { readonly [Key in Name]: Bindings };
  /** Said instead of the doc comment; under `parameterize`, `{x}` stands for what the parameter `x` is bound to. */
  readonly doc?: string;
  /** What is done with the value, step by step: each is a node, as `score.log`. */
  readonly pipe?: Steps;
  /** What judges the value, by name: each is a node, as `score_positive`; `score_raw` is the value before. */
  readonly check?: { readonly [Key in CheckName]: Check<Value> };
  /** Parts of the value that are nodes of their own. */
  readonly extract?: Extract;
  /** What stands for a part that is missing, which is an error otherwise. */
  readonly fillWith?: Fill;
  /** What the engine does when the function fails: how often it tries again, or how in detail. */
  readonly retry?: RetryPolicy | number;
  /** Milliseconds, for each attempt. */
  readonly timeout?: number;
  /** The pool whose limit counts for it. */
  readonly concurrency?: string;
}

export const NODE_OPTIONS = [
  "when", "whenNot", "whenIn", "whenNotIn", "otherwise", "tag", "parameterize", "doc", "pipe", "check", "extract", "fillWith", "retry", "timeout", "concurrency",
] as const satisfies readonly (keyof NodeOptions<never, never, never, never, never, never>)[];
