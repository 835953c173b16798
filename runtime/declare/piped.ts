import type { Returned } from "./node-entries.js";
import type { CertainStep, Step } from "./step.js";

/**
 * What comes out of a pipe. The keys of a type have no order, but each step takes what the one before it returns. That
 * tells which of them may be the last; where it does not tell, it is what any of them returns. A config may leave out
 * those that are not certain.
 */
export type Piped<Fn, Pipe> = string extends keyof Pipe ? Returned<Fn> : [Certain<Pipe>] extends [never] ? Returned<Fn> | Result<Pipe, Last<Pipe, Fn>> : Result<Pipe, Last<Pipe, Fn>>;

/** Of one with overloads, what any of them returns: which it is, only a call tells. */
export type ReturnedBy<Each> = FunctionOf<Each> extends {
  (...args: never): infer Value;
  (...args: never): infer Value;
  (...args: never): infer Value;
  (...args: never): infer Value;
}
  ? Awaited<Value>
  : never;

type FunctionOf<Each> = Each extends Step<infer Fn> ? Fn : Each;

/** As a condition, so that TypeScript prints what it comes to and not this name. */
type Result<Pipe, Name extends keyof Pipe> = [Name] extends [keyof Pipe] ? { [Each in Name]: ReturnedBy<Pipe[Each]> }[Name] : never;

/** The steps that no config leaves out. */
type Certain<Pipe> = { [Name in keyof Pipe]: Pipe[Name] extends Step ? (Pipe[Name] extends CertainStep ? Name : never) : Name }[keyof Pipe];

type Last<Pipe, Start> = [PossiblyLast<Pipe, Start, Certain<Pipe>>] extends [infer Name extends keyof Pipe] ? ([Name] extends [never] ? keyof Pipe : Name) : never;

type PossiblyLast<Pipe, Start, Sure extends keyof Pipe> = {
  [Name in keyof Pipe]: [Untaken<Pipe, Exclude<Sure, Name>> | Unfed<Pipe, Start, Sure | Name, Name>] extends [never] ? Name : never;
}[keyof Pipe];

/** Of these steps, those whose result no other step takes. */
type Untaken<Pipe, Name extends keyof Pipe> = { [Each in Name]: [Takers<Pipe, Exclude<keyof Pipe, Each>, Pipe[Each]>] extends [never] ? Each : never }[Name];

type Takers<Pipe, Name extends keyof Pipe, Giver> = { [Each in Name]: true extends Takes<FunctionOf<Pipe[Each]>, FunctionOf<Giver>> ? Each : never }[Name];

/** Of these steps, those that take neither what the pipe starts with nor any other's result, if that of the last one goes to none. */
type Unfed<Pipe, Start, Name extends keyof Pipe, Ending extends keyof Pipe> = {
  [Each in Name]: true extends Takes<FunctionOf<Pipe[Each]>, Start> ? never : [Givers<Pipe, Exclude<keyof Pipe, Each | Ending>, Pipe[Each]>] extends [never] ? Each : never;
}[Name];

type Givers<Pipe, Name extends keyof Pipe, Taker> = { [Each in Name]: true extends Takes<FunctionOf<Taker>, FunctionOf<Pipe[Each]>> ? Each : never }[Name];

/** Whether one function takes what the other returns. Either may be generic: it is if it would be called, or asked for just that. */
type Takes<Taker, Giver> = Taker extends (first: ReturnedBy<Giver>, ...others: any) => unknown
  ? true
  : Taker extends (first: infer First, ...others: any) => unknown
    ? Giver extends (...args: any) => Slot<First> | PromiseLike<Slot<First>> ? true : false
    : true;

/** Where a value goes: to the first parameter, or to a property of the one object that it destructures. */
type Slot<First> = First | (First extends readonly unknown[] ? never : First extends object ? First[keyof First] : never);
