import type { Call } from "../arguments.js";
import type { NodeCheck } from "../declare/report-checks.js";
import { ArgumentError } from "../errors.js";
import { readLimit } from "../read-limit.js";
import { tell } from "../tell.js";
import { unknownOption } from "../unknown-option.js";
import { wrongArgument } from "../wrong-argument.js";
import type { OnError, PerNode, RetryPolicy } from "./options.js";
import { LONGEST, readNumber } from "./read-number.js";

/** Run policies, checked and filled in. */
export interface Policies {
  /** The limit of what is in no pool. */
  readonly concurrency: number;
  readonly pools: ReadonlyMap<string, number>;
  readonly onError: OnError;
  readonly retry: Choices<RetryRule>;
  readonly timeout: Choices<number>;
  readonly runTimeout: number;
  readonly inFlight: "abandon" | "await";
  readonly captureInputs: boolean;
  readonly onCheck: ((check: NodeCheck) => void) | undefined;
}

/** What holds for which nodes. */
export interface Choices<T> {
  readonly default: T | undefined;
  readonly nodes: ReadonlyMap<string, T>;
  readonly tags: ReadonlyMap<string, T>;
}

/** A retry policy, filled in. */
export type RetryRule = Required<Omit<RetryPolicy, "on">> & Pick<RetryPolicy, "on">;

/** Reads what the options of a run say of policies; throws an ArgumentError at the first that is wrong. */
export function readPolicies(method: string, options: Readonly<Record<string, unknown>>): Policies {
  const { onError = "stop", inFlight = "abandon", captureInputs = false, runTimeout = Infinity, onCheck } = options;
  if (onCheck !== undefined && typeof onCheck !== "function") throw wrongArgument(method, "'onCheck'", "a function", onCheck);
  if (typeof captureInputs !== "boolean") throw wrongArgument(method, "'captureInputs'", "a boolean", captureInputs);
  return {
    ...readConcurrency(method, options.concurrency),
    onError: readWord(method, "onError", onError, ["stop", "continue"]),
    retry: readChoices(method, "retry", options.retry, readRetry),
    timeout: readChoices(method, "timeout", options.timeout, readTimeout),
    runTimeout: readTimeout(method, "runTimeout", runTimeout),
    inFlight: readWord(method, "inFlight", inFlight, ["abandon", "await"]),
    captureInputs,
    onCheck: onCheck as Policies["onCheck"],
  };
}

/** The policies of a call; where it names none, there is nothing to them but a limit. */
export function policiesOf({ policies, concurrency }: Call): Policies {
  return policies ?? { ...(none ??= readPolicies("execute", {})), concurrency };
}

let none: Policies | undefined;

/** A retry policy, or how often to try again at once. */
export function readRetry(method: string, what: string, value: unknown): RetryRule {
  if (typeof value === "number") return { ...NO_DELAY, times: readNumber(method, what, value, { from: 0, isWhole: true }) };
  const policy = readObject(method, what, value, RETRY_KEYS, "a number of retries, or an object with 'times'") as Partial<RetryPolicy>;
  const { times, delay = 0, backoff = 2, maxDelay = LONGEST, jitter = 0, on } = policy;
  if (on !== undefined && typeof on !== "function") throw wrongArgument(method, `'${what}.on'`, "a function", on);
  return {
    times: readNumber(method, `${what}.times`, times, { from: 0, isWhole: true }),
    delay: readNumber(method, `${what}.delay`, delay, { from: 0, to: LONGEST }),
    backoff: readNumber(method, `${what}.backoff`, backoff, { from: 1 }),
    maxDelay: Math.min(readNumber(method, `${what}.maxDelay`, maxDelay, { from: 0, isEndless: true }), LONGEST),
    jitter: readNumber(method, `${what}.jitter`, jitter, { from: 0, to: 1 }),
    ...(on && { on }),
  };
}

/** Milliseconds, or `Infinity` for none. */
export function readTimeout(method: string, what: string, value: unknown): number {
  return readNumber(method, what, value, { from: 1, to: LONGEST, isEndless: true });
}

const NO_DELAY = { delay: 0, backoff: 2, maxDelay: LONGEST, jitter: 0 };
const RETRY_KEYS = Object.keys({ times: true, delay: true, backoff: true, maxDelay: true, jitter: true, on: true } satisfies Record<keyof RetryPolicy, true>);
const CHOICE_KEYS = Object.keys({ default: true, nodes: true, tags: true } satisfies Record<keyof PerNode<unknown>, true>);

function readChoices<T>(method: string, what: string, value: unknown, read: (method: string, what: string, value: unknown) => T): Choices<T> {
  const none = { default: undefined, nodes: new Map<string, T>(), tags: new Map<string, T>() };
  if (value === undefined) return none;
  // Told by its keys: a policy has none of these.
  const isPerNode = typeof value === "object" && value !== null && Object.keys(value).some((key) => CHOICE_KEYS.includes(key));
  if (!isPerNode) return { ...none, default: read(method, what, value) };
  const choices = readObject(method, what, value, CHOICE_KEYS, "an object");
  const readMap = (key: "nodes" | "tags"): Map<string, T> => {
    if (choices[key] === undefined) return new Map();
    const entries = Object.entries(readObject(method, `${what}.${key}`, choices[key], undefined, "an object with a value for each name"));
    return new Map(entries.filter(([, each]) => each !== undefined).map(([name, each]) => [name, read(method, `${what}.${key}.${name}`, each)]));
  };
  return {
    default: choices.default === undefined ? undefined : read(method, `${what}.default`, choices.default),
    nodes: readMap("nodes"),
    tags: readMap("tags"),
  };
}

function readConcurrency(method: string, value: unknown): Pick<Policies, "concurrency" | "pools"> {
  if (typeof value !== "object" || value === null) return { concurrency: readLimit(method, "concurrency", value), pools: new Map() };
  const pools = new Map<string, number>();
  for (const [pool, limit] of Object.entries(readObject(method, "concurrency", value, undefined, "an integer from 1, or an object with one for each pool"))) {
    if (limit !== undefined) pools.set(pool, readLimit(method, `concurrency.${pool}`, limit));
  }
  const concurrency = pools.get("default") ?? Infinity;
  pools.delete("default");
  return { concurrency, pools };
}

function readWord<Word extends string>(method: string, what: string, value: unknown, words: readonly Word[]): Word {
  if (words.includes(value as Word)) return value as Word;
  const got = typeof value === "string" ? `'${value}'` : tell(value);
  throw new ArgumentError(method, `'${method}' takes '${what}' as ${words.map((word) => `'${word}'`).join(" or ")}, not ${got}.`);
}

function readObject(method: string, what: string, value: unknown, keys: readonly string[] | undefined, form: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Map) {
    throw wrongArgument(method, `'${what}'`, form, value);
  }
  const unknown = keys && Object.keys(value).find((key) => !keys.includes(key));
  if (unknown !== undefined) throw unknownOption(method, unknown, keys!, what);
  return value as Record<string, unknown>;
}
