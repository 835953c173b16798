import type { Returned } from "./node-entries.js";
import type { CertainStep, Step } from "./step.js";

/**
 * What comes out of a pipe. The keys of a type have no order, but each step takes what the one before it returns. That
 * tells which of them may be the last; where it does not tell, or a config may leave steps out, it is what any of them returns.
 */
export type Piped<Fn, Pipe> = string extends keyof Pipe ? Returned<Fn> : [Certain<Pipe>] extends [never] ? Returned<Fn> | Result<Pipe, keyof Pipe> : Result<Pipe, Last<Pipe, Returned<Fn>>>;

export type ReturnedBy<Each> = Returned<FunctionOf<Each>>;

type FunctionOf<Each> = Each extends Step<infer Fn> ? Fn : Each;

type Result<Pipe, Name extends keyof Pipe> = { [Each in Name]: ReturnedBy<Pipe[Each]> }[Name];

/** The steps that no config leaves out. */
type Certain<Pipe> = { [Name in keyof Pipe]: Pipe[Name] extends Step ? (Pipe[Name] extends CertainStep ? Name : never) : Name }[keyof Pipe];

type Last<Pipe, Start> = [Exclude<keyof Pipe, Certain<Pipe>>, PossiblyLast<Pipe, Start>] extends [never, infer Name extends keyof Pipe] ? ([Name] extends [never] ? keyof Pipe : Name) : keyof Pipe;

type PossiblyLast<Pipe, Start> = { [Name in keyof Pipe]: [Untaken<Pipe, Exclude<keyof Pipe, Name>> | Unfed<Pipe, Start, Name>] extends [never] ? Name : never }[keyof Pipe];

/** Of these steps, those whose result no other step takes. */
type Untaken<Pipe, Name extends keyof Pipe> = { [Each in Name]: [Takers<Pipe, Exclude<keyof Pipe, Each>, ReturnedBy<Pipe[Each]>>] extends [never] ? Each : never }[Name];

type Takers<Pipe, Name extends keyof Pipe, Value> = { [Each in Name]: Takes<Pipe[Each], Value> extends true ? Each : never }[Name];

/** The steps that take neither what the pipe starts with nor any other's result, if that of the last one goes to none. */
type Unfed<Pipe, Start, Ending extends keyof Pipe> = {
  [Each in keyof Pipe]: Takes<Pipe[Each], Start> extends true ? never : [Givers<Pipe, Exclude<keyof Pipe, Each | Ending>, Pipe[Each]>] extends [never] ? Each : never;
}[keyof Pipe];

type Givers<Pipe, Name extends keyof Pipe, Taker> = { [Each in Name]: Takes<Taker, ReturnedBy<Pipe[Each]>> extends true ? Each : never }[Name];

/** Whether a step takes the value; where types do not tell, it does. */
type Takes<Each, Value> = FunctionOf<Each> extends (first: infer First, ...others: any) => unknown ? ([Value] extends [First] ? true : TakesAsProperty<First, Value>) : true;

/** The parameter may be one destructured object, the first of whose names is that of the value. */
type TakesAsProperty<First, Value> = First extends readonly unknown[] ? false : First extends object ? ([Value] extends [First[keyof First]] ? true : false) : false;
